-- The read model. Tables are versioned and only projectors write them; readers use the views of
-- the same name in the schema ${live}, which are switched when a projection was rebuilt.

create schema if not exists ${read_model};
create schema if not exists ${live};

-- Where each version of a projection stands: the offset of the record it reads next. Written in
-- the transaction that writes its rows.
create table ${read_model}.positions (
    projection text   not null,
    version    int    not null,
    topic      text   not null,
    partition  int    not null,
    position   bigint not null,
    primary key (projection, version, topic, partition)
);

-- Which version of a projection the views show. Projections that are kept in OpenSearch are
-- switched by alias and are not listed here.
create table ${read_model}.live_projections (
    projection text primary key,
    version    int not null
);

insert into ${read_model}.live_projections (projection, version)
values ('categories', 1), ('materials', 1), ('commands', 1), ('blob-references', 1);

-- Records that a projection could not apply, and the later ones of the same row, which wait for
-- them. The first of a row says why; `requested` is what an operator wants done with the row.
-- `record` is JSON, kept as bytes because jsonb refuses some text that a record may hold.
create table ${read_model}.parked (
    projection    text        not null,
    version       int         not null,
    row_key       text        not null,
    topic         text        not null,
    partition     int         not null,
    record_offset bigint      not null,
    record        bytea       not null,
    reason        text        not null,
    detail        text        not null,
    parked_at     timestamptz not null,
    requested     text check (requested in ('retry', 'skip')),
    primary key (projection, version, topic, partition, record_offset)
);

create index parked_row on ${read_model}.parked (projection, version, row_key);

-- What a text search compares: one case, one Unicode form.
create function ${read_model}.search_text(title text, description text) returns text
    language sql immutable parallel safe
    return lower(normalize(title || ' ' || coalesce(description, ''), NFKC));

-- All substrings of one and two characters without white space. Two, because a Korean word may
-- have no more; trigrams would never find it.
create function ${read_model}.search_grams(content text) returns text[]
    language sql immutable parallel safe
    return coalesce(
        (select array_agg(gram)
           from (select distinct gram
                   from (select unnest(array[letter, letter || lead(letter) over ()]) as gram
                           from unnest(string_to_array(
                                    regexp_replace(content, '\s+', ' ', 'g'), null))
                                as letters (letter)) as grams
                  where position(' ' in gram) = 0) as distinct_grams),
        '{}');

create table ${read_model}.categories_v1 (
    id         uuid        primary key,
    version    bigint      not null,
    name       text        not null,
    archived   boolean     not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create index categories_v1_name on ${read_model}.categories_v1 (name, id);

create table ${read_model}.materials_v1 (
    id               uuid        primary key,
    version          bigint      not null,
    title            text        not null,
    description      text,
    category_id      uuid,
    file_name        text        not null,
    original_name    text        not null,
    media_type       text        not null,
    size             bigint      not null,
    sha256           text        not null,
    owner            text        not null,
    status           text        not null,
    status_reason    text,
    text_sha256      text,
    thumbnail_sha256 text,
    pages            int,
    author           text,
    duration_seconds double precision,
    duplicate_of     uuid,
    withdrawn        boolean     not null,
    created_at       timestamptz not null,
    updated_at       timestamptz not null
);

create index materials_v1_created on ${read_model}.materials_v1 (created_at desc, id desc) where not withdrawn;
create index materials_v1_updated on ${read_model}.materials_v1 (updated_at desc, id desc) where not withdrawn;
create index materials_v1_title on ${read_model}.materials_v1 (title, id) where not withdrawn;
create index materials_v1_category on ${read_model}.materials_v1 (category_id, created_at desc, id desc) where not withdrawn;
create index materials_v1_owner on ${read_model}.materials_v1 (owner, created_at desc, id desc) where not withdrawn;
create index materials_v1_status on ${read_model}.materials_v1 (status, created_at desc, id desc) where not withdrawn;
create index materials_v1_sha256 on ${read_model}.materials_v1 (sha256);
create index materials_v1_search on ${read_model}.materials_v1
    using gin (${read_model}.search_grams(${read_model}.search_text(title, description)));

-- One row per command, from the moment it is on the log. `type` and `taken_at` come with the
-- command, all else with its settlement; either may be projected first.
create table ${read_model}.commands_v1 (
    id               uuid        primary key,
    type             text,
    subject          text        not null,
    actor            text        not null,
    outcome          text        not null,
    version          bigint,
    problem          jsonb,
    representation   jsonb,
    events_partition int,
    events_offset    bigint,
    taken_at         timestamptz not null,
    settled_at       timestamptz
);

-- Which blobs the events refer to; what is not here is the janitor's.
create table ${read_model}.blob_references_v1 (
    sha256      text not null,
    material_id uuid not null,
    primary key (sha256, material_id)
);

create view ${live}.categories as select * from ${read_model}.categories_v1;
create view ${live}.materials as select * from ${read_model}.materials_v1;
create view ${live}.commands as select * from ${read_model}.commands_v1;
create view ${live}.blob_references as select * from ${read_model}.blob_references_v1;
