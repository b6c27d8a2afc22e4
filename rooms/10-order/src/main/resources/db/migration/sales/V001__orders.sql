-- Room 10, the order: from the customer's question to the last delivery. No other room reads or writes these tables.

CREATE TABLE sales.sales_order (
    id                 uuid           PRIMARY KEY,
    number             text           NOT NULL,                 -- SO-20261122-001, read aloud
    customer_id        uuid           NOT NULL REFERENCES factory.partner,
    customer_reference text,                                    -- the customer's own order number
    order_class        text           NOT NULL CHECK (order_class IN ('STABLE', 'RUSH')),
    status             text           NOT NULL CHECK (status IN ('INQUIRY', 'QUOTED', 'IN_REVIEW', 'REVIEWED', 'APPROVING',
                                                                 'CONFIRMED', 'COMPLETED', 'CANCELLED')),
    on_hold            boolean        NOT NULL DEFAULT false,
    hold_reason        text,
    currency           text           NOT NULL,                 -- ISO 4217
    tax_rate           numeric(9, 6)  NOT NULL CHECK (tax_rate >= 0 AND tax_rate < 1),   -- 0.13 is thirteen per cent
    price_includes_tax boolean        NOT NULL,                 -- which of the two unit prices was given
    amount_net         numeric(18, 4) NOT NULL DEFAULT 0,       -- sum of the lines that are not cancelled
    amount_tax         numeric(18, 4) NOT NULL DEFAULT 0,
    amount_gross       numeric(18, 4) NOT NULL DEFAULT 0,
    owner_id           uuid,                                    -- the salesperson's account
    contact            text,
    delivery_address   text,
    remark             text,
    external_key       text,                                    -- the key under which another system posted it
    review_round       integer        NOT NULL DEFAULT 0,       -- 1 for the first review; a refused order is reviewed again
    return_reason      text,                                    -- why review or approval sent it back
    received_at        timestamptz    NOT NULL,
    quoted_at          timestamptz,
    reviewed_at        timestamptz,
    approved_at        timestamptz,
    confirmed_at       timestamptz,
    confirmed_by       text,
    completed_at       timestamptz,
    version            integer        NOT NULL DEFAULT 0,       -- optimistic lock
    CONSTRAINT confirmed_orders_know_when CHECK (status NOT IN ('CONFIRMED', 'COMPLETED') OR confirmed_at IS NOT NULL),
    CONSTRAINT held_orders_know_why CHECK (NOT on_hold OR hold_reason IS NOT NULL)
);
SELECT platform.guard('sales', 'sales_order');
SELECT platform.guard_partner('sales', 'sales_order', 'customer_id');

CREATE UNIQUE INDEX sales_order_number ON sales.sales_order (organisation_id, number);
-- A system that posts the same order again finds the first one.
CREATE UNIQUE INDEX sales_order_external_key ON sales.sales_order (organisation_id, external_key)
    WHERE external_key IS NOT NULL;
CREATE INDEX sales_order_customer ON sales.sales_order (customer_id);
-- Nearly all questions are about live orders; finished ones are the bulk of the table.
CREATE INDEX sales_order_live ON sales.sales_order (status) WHERE status NOT IN ('COMPLETED', 'CANCELLED');

CREATE TABLE sales.sales_order_line (
    id                   uuid           PRIMARY KEY,
    order_id             uuid           NOT NULL REFERENCES sales.sales_order ON DELETE CASCADE,
    position             integer        NOT NULL CHECK (position > 0),
    item_id              uuid           NOT NULL REFERENCES factory.item,
    description          text,
    specification        text,                                  -- what is special about it
    customer_item_number text,
    ordered_quantity     numeric(18, 6) NOT NULL CHECK (ordered_quantity > 0),  -- as the customer wrote it
    ordered_unit         text           NOT NULL,
    quantity             numeric(18, 6) NOT NULL CHECK (quantity > 0),          -- in the item's base unit
    unit                 text           NOT NULL,
    delivered            numeric(18, 6) NOT NULL DEFAULT 0 CHECK (delivered >= 0),
    requested_date       date           NOT NULL,
    proposed_promise     date,                                  -- asked to be approved; becomes the first promise
    first_promise        date,
    latest_promise       date,
    unit_price           numeric(18, 6) NOT NULL DEFAULT 0 CHECK (unit_price >= 0),        -- without tax
    unit_price_gross     numeric(18, 6) NOT NULL DEFAULT 0 CHECK (unit_price_gross >= 0),  -- with tax
    amount_net           numeric(18, 4) NOT NULL DEFAULT 0,     -- two digits, rounded half up once
    amount_tax           numeric(18, 4) NOT NULL DEFAULT 0,
    amount_gross         numeric(18, 4) NOT NULL DEFAULT 0,     -- always net + tax
    computed_earliest    date,                                  -- at the last review or confirmation
    computed_reason      jsonb,                                 -- the promise with its steps
    priority             integer        NOT NULL DEFAULT 50 CHECK (priority BETWEEN 1 AND 99),  -- 10 before 50
    status               text           NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'COMPLETED', 'CANCELLED')),
    version              integer        NOT NULL DEFAULT 0,
    CONSTRAINT amounts_add_up CHECK (amount_net + amount_tax = amount_gross),
    CONSTRAINT promises_come_together CHECK ((first_promise IS NULL) = (latest_promise IS NULL)),
    UNIQUE (order_id, position)
);
SELECT platform.guard('sales', 'sales_order_line');
SELECT platform.guard_partner('sales', 'sales_order_line', 'order_id', 'sales.sales_order');

CREATE INDEX sales_order_line_item ON sales.sales_order_line (item_id);
CREATE INDEX sales_order_line_open ON sales.sales_order_line (order_id) WHERE status = 'OPEN';

CREATE TABLE sales.order_review (
    id                uuid           PRIMARY KEY,
    line_id           uuid           NOT NULL REFERENCES sales.sales_order_line ON DELETE CASCADE,
    round             integer        NOT NULL,                  -- the order's review round
    department        text           NOT NULL CHECK (department IN ('SALES', 'ENGINEERING', 'PRODUCTION')),
    answer            text           CHECK (answer IN ('YES', 'NO', 'CONDITIONAL')),
    possible_date     date,
    effort_hours      numeric(18, 6) CHECK (effort_hours >= 0),
    extra_cost        numeric(18, 4) CHECK (extra_cost >= 0),
    remark            text,
    computed_earliest date,
    computed_reason   jsonb,
    skipped           boolean        NOT NULL DEFAULT false,    -- the class's policy did not need this department
    requested_at      timestamptz    NOT NULL,
    answered_by       uuid,
    answered_by_name  text,
    answered_at       timestamptz,
    version           integer        NOT NULL DEFAULT 0,
    CONSTRAINT answers_know_when CHECK ((answer IS NULL) = (answered_at IS NULL)),
    UNIQUE (line_id, round, department)
);
SELECT platform.guard('sales', 'order_review');
CREATE INDEX order_review_waiting ON sales.order_review (department) WHERE answer IS NULL AND NOT skipped;

CREATE TABLE sales.order_change (
    id           uuid           PRIMARY KEY,
    line_id      uuid           NOT NULL REFERENCES sales.sales_order_line,
    kind         text           NOT NULL CHECK (kind IN ('QUANTITY', 'DATE', 'QUANTITY_AND_DATE', 'CANCEL')),
    old_quantity numeric(18, 6) NOT NULL,                       -- base unit
    new_quantity numeric(18, 6) NOT NULL,
    unit         text           NOT NULL,
    old_date     date           NOT NULL,
    new_date     date           NOT NULL,
    reason       text           NOT NULL CHECK (length(trim(reason)) > 0),
    requested_by uuid,
    requested_by_name text      NOT NULL,
    at           timestamptz    NOT NULL,
    status       text           NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'APPLIED', 'REFUSED')),
    version      integer        NOT NULL DEFAULT 0
);
SELECT platform.guard('sales', 'order_change');
CREATE INDEX order_change_line ON sales.order_change (line_id, at);

-- Which departments review which class of order. No row means: the department always reviews.
CREATE TABLE sales.review_policy (
    id          uuid    PRIMARY KEY,
    order_class text    NOT NULL CHECK (order_class IN ('STABLE', 'RUSH')),
    department  text    NOT NULL CHECK (department IN ('SALES', 'ENGINEERING', 'PRODUCTION')),
    need        text    NOT NULL CHECK (need IN ('ALWAYS', 'UNLESS_PROMISE_MET', 'NEVER')),
    version     integer NOT NULL DEFAULT 0,
    CONSTRAINT rush_is_reviewed_by_production CHECK (order_class <> 'RUSH' OR department <> 'PRODUCTION' OR need = 'ALWAYS')
);
SELECT platform.guard('sales', 'review_policy');
CREATE UNIQUE INDEX review_policy_once ON sales.review_policy (organisation_id, order_class, department);

INSERT INTO sales.review_policy (id, organisation_id, order_class, department, need)
SELECT gen_random_uuid(), o.id, p.order_class, p.department, p.need
  FROM platform.organisation o
 CROSS JOIN (VALUES ('STABLE', 'SALES', 'ALWAYS'),
                    ('STABLE', 'ENGINEERING', 'UNLESS_PROMISE_MET'),
                    ('STABLE', 'PRODUCTION', 'ALWAYS'),
                    ('RUSH', 'SALES', 'ALWAYS'),
                    ('RUSH', 'ENGINEERING', 'ALWAYS'),
                    ('RUSH', 'PRODUCTION', 'ALWAYS')) AS p (order_class, department, need);

-- One Excel file of orders, so that it can be undone as a whole.
CREATE TABLE sales.order_import (
    id        uuid        PRIMARY KEY,
    file_name text        NOT NULL,
    by_name   text        NOT NULL,
    at        timestamptz NOT NULL,
    rows      integer     NOT NULL,
    rejected  integer     NOT NULL,
    undone_at timestamptz,
    version   integer     NOT NULL DEFAULT 0
);
SELECT platform.guard('sales', 'order_import');

CREATE TABLE sales.order_import_order (
    id        uuid NOT NULL PRIMARY KEY,
    import_id uuid NOT NULL REFERENCES sales.order_import,
    order_id  uuid NOT NULL REFERENCES sales.sales_order ON DELETE CASCADE
);
SELECT platform.guard('sales', 'order_import_order');
CREATE INDEX order_import_order_import ON sales.order_import_order (import_id);
