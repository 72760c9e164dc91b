-- How far the erasure of each erased person has come. `report` holds figures only.

insert into ${read_model}.live_projections (projection, version)
values ('erasures', 1);

create table ${read_model}.erasures_v1 (
    id           uuid        primary key,
    version      bigint      not null,
    status       text        not null,
    requested_at timestamptz,
    reason       text,
    report       jsonb,
    updated_at   timestamptz not null
);

create view ${live}.erasures as select * from ${read_model}.erasures_v1;
