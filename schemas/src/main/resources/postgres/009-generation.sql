-- Views of generation. What is personal in them is readable while the person is there, and is
-- emptied when the person is erased.

insert into ${read_model}.live_projections (projection, version)
values ('generations', 1), ('agents', 1), ('budgets', 1), ('generation-usage', 1);

-- `found` is what a search in the history looks into: what was asked and answered, as letters
-- (Hangul.lettersOf), so that any part of a Korean word is a part of the text. `prompt` and `answer`
-- are JSON, kept as text because jsonb refuses some text that they may hold.
create table ${read_model}.generations_v1 (
    id                uuid        primary key,
    version           bigint      not null,
    owner             uuid        not null,
    kind              text        not null,
    streamed          boolean     not null,
    prompt            text,
    agent_id          uuid,
    model             text,
    temperature       double precision,
    max_tokens        int,
    status            text        not null,
    attempt           int         not null,
    stop_reason       text,
    chunks            int         not null,
    cached_from       uuid,
    problem           jsonb,
    incident          text,
    answer            text,
    answered_by       text,
    prompt_tokens     bigint,
    completion_tokens bigint,
    estimated         boolean,
    cost              numeric,
    currency          text,
    rating            int,
    comment           text,
    forgotten         boolean     not null,
    found             text,
    ended_at          timestamptz,
    created_at        timestamptz not null,
    updated_at        timestamptz not null
);

-- A history is somebody's own: every list and every search begins with the owner.
create index generations_v1_owner on ${read_model}.generations_v1 (owner, created_at desc, id desc)
    where not forgotten;

create table ${read_model}.agents_v1 (
    id           uuid        primary key,
    version      bigint      not null,
    owner        uuid        not null,
    name         text,
    instructions text,
    model        text,
    temperature  double precision,
    removed      boolean     not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null
);

create index agents_v1_owner on ${read_model}.agents_v1 (owner, created_at desc, id desc)
    where not removed;

-- All figures are tokens. `expires_at` is when the first reservation comes back.
create table ${read_model}.budgets_v1 (
    id           uuid        primary key,
    version      bigint      not null,
    owner        uuid        not null,
    allowance    jsonb,
    granted      bigint      not null,
    period_from  timestamptz not null,
    period_until timestamptz not null,
    spent        bigint      not null,
    reservations jsonb       not null,
    expires_at   timestamptz,
    created_at   timestamptz not null,
    updated_at   timestamptz not null
);

create index budgets_v1_expires on ${read_model}.budgets_v1 (expires_at)
    where expires_at is not null;

-- What each account took of each model on each day of UTC. `id` is account/day/currency/model;
-- `version` is the budget's.
create table ${read_model}.generation_usage_v1 (
    id                text    primary key,
    version           bigint  not null,
    account           uuid    not null,
    owner             uuid    not null,
    day               date    not null,
    model             text    not null,
    generations       bigint  not null,
    estimated         bigint  not null,
    prompt_tokens     bigint  not null,
    completion_tokens bigint  not null,
    charged           bigint  not null,
    cost              numeric not null,
    currency          text    not null
);

create index generation_usage_v1_owner on ${read_model}.generation_usage_v1 (owner, day desc);
create index generation_usage_v1_day on ${read_model}.generation_usage_v1 (day desc);

create view ${live}.generations as select * from ${read_model}.generations_v1;
create view ${live}.agents as select * from ${read_model}.agents_v1;
create view ${live}.budgets as select * from ${read_model}.budgets_v1;
create view ${live}.generation_usage as select * from ${read_model}.generation_usage_v1;
