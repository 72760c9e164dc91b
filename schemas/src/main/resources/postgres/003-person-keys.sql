-- The keys of persons. No view: it cannot be made again from the log, so it has a schema of its own,
-- which is kept when the read model is thrown away. Back it up as carefully as the log, and let no
-- backup outlive the time within which an erasure must be complete.
create schema if not exists ${vault};

-- One row for each person there is data of. An erased person keeps a row without a key, so that
-- nobody makes another one. `wrapped` is encrypted under the master key that `master_key` names.
create table ${vault}.person_keys (
    person       uuid        primary key,
    key_id       text,
    master_key   text,
    wrapped      bytea,
    created_at   timestamptz not null default now(),
    destroyed_at timestamptz,
    check ((destroyed_at is null) = (key_id is not null)),
    check ((key_id is null) = (master_key is null)),
    check ((key_id is null) = (wrapped is null))
);

create index person_keys_master_key on ${vault}.person_keys (master_key);
