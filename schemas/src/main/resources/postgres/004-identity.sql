-- Views of identity. What is personal in them is readable: they hold it while the person is there,
-- and are emptied when the person is erased.

insert into ${read_model}.live_projections (projection, version)
values ('users', 1), ('credentials', 1), ('sessions', 1), ('api-keys', 1);

create table ${read_model}.users_v1 (
    id                uuid        primary key,
    version           bigint      not null,
    email             text,
    username          text,
    full_name         text,
    skill_level       text,
    output_structure  text,
    explanation_style text,
    identities        jsonb,
    roles             text[]      not null,
    active            boolean     not null,
    password_version  bigint      not null,
    erased            boolean     not null,
    created_at        timestamptz not null,
    updated_at        timestamptz not null
);

create index users_v1_created on ${read_model}.users_v1 (created_at desc, id desc) where not erased;
create index users_v1_username on ${read_model}.users_v1 (username, id) where not erased;

-- Who signs in with what. Names stand in the form in which all their spellings are the same.
-- `password_due` is the version at which the password was set last: a hash of an earlier one is
-- not kept.
create table ${read_model}.credentials_v1 (
    id               uuid    primary key,
    version          bigint  not null,
    email            text,
    username         text,
    identities       text[]  not null,
    roles            text[]  not null,
    active           boolean not null,
    password_due     bigint  not null,
    password_version bigint  not null,
    password_hash    text
);

create index credentials_v1_email on ${read_model}.credentials_v1 (email);
create index credentials_v1_username on ${read_model}.credentials_v1 (username);
create index credentials_v1_identities on ${read_model}.credentials_v1 using gin (identities);

create table ${read_model}.sessions_v1 (
    id           uuid        primary key,
    version      bigint      not null,
    holder       uuid        not null,
    status       text        not null,
    end_reason   text,
    opened_at    timestamptz not null,
    refreshed_at timestamptz not null,
    expires_at   timestamptz not null
);

create index sessions_v1_holder on ${read_model}.sessions_v1 (holder, opened_at desc, id desc);

-- `digest` comes by another topic than the rest; either may be projected first. Until all is there
-- `owner` and the times are absent.
create table ${read_model}.api_keys_v1 (
    id             uuid   primary key,
    version        bigint not null,
    owner          uuid,
    name           text,
    scopes         text[] not null,
    expires_at     timestamptz,
    revoked        text,
    created_at     timestamptz,
    updated_at     timestamptz,
    digest         text,
    digest_version bigint not null
);

create index api_keys_v1_owner on ${read_model}.api_keys_v1 (owner, created_at desc, id desc);

create view ${live}.users as select * from ${read_model}.users_v1;
create view ${live}.credentials as select * from ${read_model}.credentials_v1;
create view ${live}.sessions as select * from ${read_model}.sessions_v1;
create view ${live}.api_keys as select * from ${read_model}.api_keys_v1;
