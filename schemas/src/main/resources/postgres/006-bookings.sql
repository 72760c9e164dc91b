-- Talents and their bookings.
insert into ${read_model}.live_projections (projection, version)
values ('talents', 1), ('bookings', 1);

-- `phone` is personal data, in the open here as all that readers may be shown; a withdrawn talent
-- has none.
create table ${read_model}.talents_v1 (
    id             uuid        primary key,
    version        bigint      not null,
    name           text        not null,
    description    text        not null,
    price_per_hour numeric     not null,
    currency       text        not null,
    phone          text,
    available      boolean     not null,
    withdrawn      boolean     not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null
);

create index talents_v1_created on ${read_model}.talents_v1 (created_at, id) where not withdrawn;
create index talents_v1_name on ${read_model}.talents_v1 (name, id) where not withdrawn;
create index talents_v1_price on ${read_model}.talents_v1 (price_per_hour, id) where not withdrawn;
create index talents_v1_available_created on ${read_model}.talents_v1 (available, created_at, id) where not withdrawn;
create index talents_v1_available_name on ${read_model}.talents_v1 (available, name, id) where not withdrawn;
create index talents_v1_available_price on ${read_model}.talents_v1 (available, price_per_hour, id) where not withdrawn;
create index talents_v1_search on ${read_model}.talents_v1
    using gin (${read_model}.search_grams(${read_model}.search_text(name, null))) where not withdrawn;

create table ${read_model}.bookings_v1 (
    id             uuid        primary key,
    version        bigint      not null,
    talent_id      uuid        not null,
    booker         text        not null,
    start_at       timestamptz not null,
    end_at         timestamptz not null,
    price_per_hour numeric     not null,
    price          numeric     not null,
    currency       text        not null,
    cancel_reason  text,
    status         text        not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null
);

-- The end is in the indices by start, so that counting what lies in a stretch of time reads no rows.
create index bookings_v1_start on ${read_model}.bookings_v1 (start_at, id) include (end_at);
create index bookings_v1_created on ${read_model}.bookings_v1 (created_at, id);
create index bookings_v1_status_start on ${read_model}.bookings_v1 (status, start_at, id) include (end_at);
create index bookings_v1_status_created on ${read_model}.bookings_v1 (status, created_at, id);
create index bookings_v1_booker_start on ${read_model}.bookings_v1 (booker, start_at, id) include (end_at);
create index bookings_v1_booker_created on ${read_model}.bookings_v1 (booker, created_at, id);
create index bookings_v1_talent_start on ${read_model}.bookings_v1 (talent_id, start_at, id) include (end_at);
create index bookings_v1_talent_created on ${read_model}.bookings_v1 (talent_id, created_at, id);

-- What availability asks: the confirmed periods of a talent do not overlap, so they end in the order
-- in which they start.
create index bookings_v1_busy on ${read_model}.bookings_v1 (talent_id, end_at) include (start_at)
    where status = 'confirmed';

create view ${live}.talents as select * from ${read_model}.talents_v1;
create view ${live}.bookings as select * from ${read_model}.bookings_v1;
