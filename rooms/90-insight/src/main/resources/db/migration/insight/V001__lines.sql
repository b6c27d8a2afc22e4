-- Room 90: what is derived from all rooms. Everything here but the standards can be thrown away and made again.
CREATE SCHEMA IF NOT EXISTS insight;

-- How long a stage usually takes and who answers for it. A setting of the plant.
CREATE TABLE insight.stage_standard (
    id              uuid    PRIMARY KEY,
    organisation_id uuid    NOT NULL,
    version         integer NOT NULL DEFAULT 0,
    stage           text    NOT NULL,
    working_days    integer NOT NULL CHECK (working_days BETWEEN 0 AND 365),
    share_percent   integer NOT NULL DEFAULT 0 CHECK (share_percent BETWEEN 0 AND 100),
    role            text    NOT NULL,
    owner_id        uuid,                                   -- an account; null: the first active one of the role
    UNIQUE (organisation_id, stage)
);
SELECT platform.guard('insight', 'stage_standard');

INSERT INTO insight.stage_standard (id, organisation_id, stage, working_days, share_percent, role)
SELECT gen_random_uuid(), '00000000-0000-7000-8000-000000000001', stage, working_days, share_percent, role
  FROM (VALUES ('RECEIVED',   0,  0, 'sales'),
               ('REVIEWED',   1,  0, 'planner'),
               ('CONFIRMED',  1,  0, 'sales'),
               ('ENGINEERED', 2, 15, 'engineer'),
               ('MATERIAL',   5, 55, 'buyer'),
               ('RELEASED',   1, 58, 'planner'),
               ('PRODUCTION', 5, 0, 'team-leader'),
               ('INSPECTED',  1,  0, 'inspector'),
               ('PACKED',     1,  0, 'warehouse'),
               ('SHIPPED',    0,  0, 'warehouse'),
               ('ACCEPTED',   1,  0, 'sales'),
               ('PAID',      30,  0, 'finance')) AS standard (stage, working_days, share_percent, role);

-- One row per order line, as the list shows it.
CREATE TABLE insight.line (
    id               uuid           PRIMARY KEY,            -- the order line's identity
    organisation_id  uuid           NOT NULL,
    version          integer        NOT NULL DEFAULT 0,
    order_id         uuid           NOT NULL,
    order_number     text           NOT NULL,
    position         integer        NOT NULL,
    order_class      text           NOT NULL,
    customer_id      uuid           NOT NULL,
    customer_name    text           NOT NULL,
    item_id          uuid           NOT NULL,
    item_code        text           NOT NULL,
    item_name        text           NOT NULL,
    drawing_number   text,
    revision         text,
    quantity         numeric(18, 6) NOT NULL,
    unit             text           NOT NULL,
    stage            text           NOT NULL,
    percent          integer        NOT NULL CHECK (percent BETWEEN 0 AND 100),
    state            text           NOT NULL CHECK (state IN ('LATE', 'RISK', 'NORMAL', 'HOLD', 'DONE', 'CANCELLED')),
    urgency          integer        NOT NULL,               -- smaller is more urgent: the list's first order
    requested        date           NOT NULL,
    first_promise    date,
    promised         date,
    forecast         date,
    slip_days        integer,
    reason_kind      text,
    reason_values    jsonb,
    reason_source_type text,
    reason_source_id uuid,
    owner_id         uuid,
    owner_name       text,
    sales_owner_id   uuid,
    received_at      timestamptz    NOT NULL,
    confirmed_at     timestamptz,
    accepted_at      timestamptz,
    fingerprint      text           NOT NULL,               -- of everything shown; unchanged lines are not written
    updated_at       timestamptz    NOT NULL,
    search           text           GENERATED ALWAYS AS (records.search_text(order_number || ' ' || customer_name || ' '
                         || item_code || ' ' || item_name || ' ' || coalesce(drawing_number, ''))) STORED
);
CREATE INDEX line_search ON insight.line USING gin (search public.gin_trgm_ops);
-- The list opens with what is open and most urgent.
CREATE INDEX line_open ON insight.line (organisation_id, urgency, promised, id) WHERE state NOT IN ('DONE', 'CANCELLED');
CREATE INDEX line_promised ON insight.line (organisation_id, promised);
CREATE INDEX line_accepted ON insight.line (organisation_id, accepted_at);
CREATE INDEX line_order ON insight.line (order_id, position);
SELECT platform.guard_derived('insight', 'line');
SELECT platform.guard_partner('insight', 'line', 'customer_id');

CREATE TABLE insight.milestone (
    order_line_id    uuid        NOT NULL REFERENCES insight.line (id) ON DELETE CASCADE,
    organisation_id  uuid        NOT NULL,
    kind             text        NOT NULL,
    position         integer     NOT NULL,
    planned          timestamptz,
    forecast         timestamptz,
    actual           timestamptz,
    owner_id         uuid,
    owner_name       text,
    evidence         text,
    evidence_id      uuid,
    lost_days        integer     NOT NULL,
    recovered        boolean     NOT NULL,
    handover_minutes integer,
    PRIMARY KEY (order_line_id, position)
);
-- Only reached through its line, whose rows the reader may see.
SELECT platform.fence('insight', 'milestone');

-- What stands in the way of a line. Closed by itself when the cause is gone; counted afterwards.
CREATE TABLE insight.exception (
    id              uuid        PRIMARY KEY,
    organisation_id uuid        NOT NULL,
    version         integer     NOT NULL DEFAULT 0,
    order_line_id   uuid        NOT NULL,
    kind            text        NOT NULL,
    station         text        NOT NULL,
    source_type     text        NOT NULL,
    source_id       uuid        NOT NULL,
    days            integer     NOT NULL,
    reason_values   jsonb       NOT NULL,
    owner_id        uuid,
    owner_name      text,
    due             timestamptz,
    raised_at       timestamptz NOT NULL,
    closed_at       timestamptz,
    note            text
);
CREATE UNIQUE INDEX exception_once ON insight.exception (order_line_id, kind, source_type, source_id)
    WHERE closed_at IS NULL;
CREATE INDEX exception_by_line ON insight.exception (order_line_id, raised_at);
SELECT platform.guard_derived('insight', 'exception');

-- Lines that something happened to; taken and emptied by the refresher.
CREATE TABLE insight.dirty (
    order_line_id   uuid        NOT NULL,
    organisation_id uuid        NOT NULL
);
SELECT platform.fence('insight', 'dirty');
