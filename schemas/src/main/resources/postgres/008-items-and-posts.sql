-- Items and posts. What was removed or retracted stays as a row, so that a late event does not bring
-- it back; no index and no list knows it.
insert into ${read_model}.live_projections (projection, version)
values ('items', 1), ('posts', 1);

-- `price` keeps the decimals it was given: they are the currency's.
create table ${read_model}.items_v1 (
    id          uuid        primary key,
    version     bigint      not null,
    title       text        not null,
    description text,
    price       numeric     not null,
    currency    text        not null,
    owner       text        not null,
    removed     boolean     not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null
);

create index items_v1_created on ${read_model}.items_v1 (created_at desc, id desc) where not removed;
create index items_v1_updated on ${read_model}.items_v1 (updated_at desc, id desc) where not removed;
create index items_v1_title on ${read_model}.items_v1 (title, id) where not removed;
create index items_v1_price on ${read_model}.items_v1 (currency, price, id) where not removed;
create index items_v1_owner on ${read_model}.items_v1 (owner, created_at desc, id desc) where not removed;
create index items_v1_search on ${read_model}.items_v1
    using gin (${read_model}.search_grams(${read_model}.search_text(title, description)))
    where not removed;

create table ${read_model}.posts_v1 (
    id         uuid        primary key,
    version    bigint      not null,
    title      text        not null,
    content    text        not null,
    author     text        not null,
    retracted  boolean     not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create index posts_v1_created on ${read_model}.posts_v1 (created_at desc, id desc) where not retracted;
create index posts_v1_updated on ${read_model}.posts_v1 (updated_at desc, id desc) where not retracted;
create index posts_v1_title on ${read_model}.posts_v1 (title, id) where not retracted;
create index posts_v1_author on ${read_model}.posts_v1 (author, created_at desc, id desc) where not retracted;
create index posts_v1_search on ${read_model}.posts_v1
    using gin (${read_model}.search_grams(${read_model}.search_text(title, null)))
    where not retracted;

create view ${live}.items as select * from ${read_model}.items_v1;
create view ${live}.posts as select * from ${read_model}.posts_v1;
