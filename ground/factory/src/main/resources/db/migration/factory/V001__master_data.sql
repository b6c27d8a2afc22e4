-- The factory's own schema: master data. No other module reads or writes these tables.
CREATE SCHEMA IF NOT EXISTS factory;

CREATE TABLE factory.unit (
    id              uuid    PRIMARY KEY,
    organisation_id uuid    NOT NULL REFERENCES platform.organisation,
    code            text    NOT NULL CHECK (code <> ''),    -- UN/ECE Recommendation 20, packages Recommendation 21: KGM, XBX
    name_zh         text    NOT NULL,
    name_en         text    NOT NULL,
    dimension       text    NOT NULL CHECK (dimension IN ('COUNT', 'MASS', 'LENGTH', 'AREA', 'VOLUME', 'TIME', 'ENERGY', 'PACKAGE', 'OTHER')),
    numerator       numeric NOT NULL DEFAULT 1 CHECK (numerator > 0),      -- one unit = numerator/denominator of the
    denominator     numeric NOT NULL DEFAULT 1 CHECK (denominator > 0),    -- dimension's base: C62 KGM MTR MTK MTQ SEC KWH
    version         integer NOT NULL DEFAULT 0,
    UNIQUE (organisation_id, code)
);

CREATE TABLE factory.site (
    id              uuid    PRIMARY KEY,
    organisation_id uuid    NOT NULL REFERENCES platform.organisation,
    code            text    NOT NULL CHECK (code <> ''),
    name            text    NOT NULL,
    zone            text    NOT NULL DEFAULT 'Asia/Shanghai',
    version         integer NOT NULL DEFAULT 0,
    UNIQUE (organisation_id, code)
);

CREATE TABLE factory.calendar (
    id              uuid    PRIMARY KEY,
    organisation_id uuid    NOT NULL REFERENCES platform.organisation,
    code            text    NOT NULL CHECK (code <> ''),
    name            text    NOT NULL,
    shifts          jsonb   NOT NULL DEFAULT '[]',          -- [{"day":1,"from":"08:00","to":"12:00"}, …], day 1 = Monday
    version         integer NOT NULL DEFAULT 0,
    UNIQUE (organisation_id, code)
);

-- Dates that differ from the week.
CREATE TABLE factory.calendar_day (
    id              uuid    PRIMARY KEY,
    organisation_id uuid    NOT NULL REFERENCES platform.organisation,
    calendar_id     uuid    NOT NULL REFERENCES factory.calendar ON DELETE CASCADE,
    day             date    NOT NULL,
    kind            text    NOT NULL CHECK (kind IN ('HOLIDAY', 'WORKDAY', 'CUSTOM')),
    shifts          jsonb   NOT NULL DEFAULT '[]',          -- only for CUSTOM; the day numbers are ignored
    note            text,
    version         integer NOT NULL DEFAULT 0,
    UNIQUE (calendar_id, day)
);

CREATE TABLE factory.work_centre (
    id              uuid           PRIMARY KEY,
    organisation_id uuid           NOT NULL REFERENCES platform.organisation,
    code            text           NOT NULL CHECK (code <> ''),
    name            text           NOT NULL,
    site_id         uuid           REFERENCES factory.site,
    calendar_id     uuid           REFERENCES factory.calendar,         -- null: the standard calendar
    kind            text           NOT NULL DEFAULT 'MACHINE' CHECK (kind IN ('MACHINE', 'LABOUR', 'SUBCONTRACT')),
    capacity        integer        NOT NULL DEFAULT 1 CHECK (capacity BETWEEN 1 AND 10000),
    efficiency      numeric(9, 4)  NOT NULL DEFAULT 1 CHECK (efficiency > 0 AND efficiency <= 10),
    hourly_cost     numeric(18, 6) NOT NULL DEFAULT 0 CHECK (hourly_cost >= 0),
    position        integer        NOT NULL DEFAULT 0,                  -- place in the row on boards
    active          boolean        NOT NULL DEFAULT true,
    external_id     text,
    version         integer        NOT NULL DEFAULT 0,
    UNIQUE (organisation_id, code)
);

CREATE TABLE factory.machine (
    id              uuid          PRIMARY KEY,
    organisation_id uuid          NOT NULL REFERENCES platform.organisation,
    code            text          NOT NULL CHECK (code <> ''),
    name            text          NOT NULL,
    work_centre_id  uuid          NOT NULL REFERENCES factory.work_centre,
    calendar_id     uuid          REFERENCES factory.calendar,          -- null: the work centre's
    status          text          NOT NULL DEFAULT 'READY' CHECK (status IN ('READY', 'DOWN', 'MAINTENANCE', 'NOT_INSTALLED', 'RETIRED')),
    speed           numeric(9, 4) NOT NULL DEFAULT 1 CHECK (speed > 0 AND speed <= 100),
    external_id     text,
    version         integer       NOT NULL DEFAULT 0,
    UNIQUE (organisation_id, code)
);
CREATE INDEX machine_work_centre ON factory.machine (work_centre_id);

CREATE TABLE factory.tool (
    id              uuid    PRIMARY KEY,
    organisation_id uuid    NOT NULL REFERENCES platform.organisation,
    code            text    NOT NULL CHECK (code <> ''),
    name            text    NOT NULL,
    work_centre_id  uuid    REFERENCES factory.work_centre,
    count           integer NOT NULL DEFAULT 1 CHECK (count >= 0),      -- how many of the same there are
    status          text    NOT NULL DEFAULT 'READY' CHECK (status IN ('READY', 'REPAIR', 'RETIRED')),
    note            text,
    version         integer NOT NULL DEFAULT 0,
    UNIQUE (organisation_id, code)
);

CREATE TABLE factory.item_group (
    id                     uuid           PRIMARY KEY,
    organisation_id        uuid           NOT NULL REFERENCES platform.organisation,
    code                   text           NOT NULL CHECK (code <> ''),
    name                   text           NOT NULL,
    default_work_centre_id uuid           REFERENCES factory.work_centre,
    default_setup_minutes  numeric(18, 6) NOT NULL DEFAULT 30 CHECK (default_setup_minutes >= 0),   -- once per lot
    default_run_minutes    numeric(18, 6) NOT NULL DEFAULT 10 CHECK (default_run_minutes >= 0),     -- per base unit
    external_id            text,
    version                integer        NOT NULL DEFAULT 0,
    UNIQUE (organisation_id, code)
);

CREATE TABLE factory.item (
    id                    uuid           PRIMARY KEY,
    organisation_id       uuid           NOT NULL REFERENCES platform.organisation,
    code                  text           NOT NULL CHECK (code <> ''),
    name                  text           NOT NULL CHECK (name <> ''),
    name_en               text,
    specification         text,
    drawing_number        text,
    revision              text,
    kind                  text           NOT NULL DEFAULT 'MAKE' CHECK (kind IN ('MAKE', 'BUY', 'PHANTOM')),
    unit                  text           NOT NULL DEFAULT 'C62',        -- base unit
    group_id              uuid           REFERENCES factory.item_group,
    lead_time_days        integer        NOT NULL DEFAULT 0 CHECK (lead_time_days BETWEEN 0 AND 3650),
    safety_stock          numeric(18, 6) NOT NULL DEFAULT 0 CHECK (safety_stock >= 0),
    lot_rule              text           NOT NULL DEFAULT 'LFL' CHECK (lot_rule IN ('LFL', 'FIXED', 'PERIOD', 'MIN_MULTIPLE')),
    lot_minimum           numeric(18, 6) NOT NULL DEFAULT 0 CHECK (lot_minimum >= 0),
    lot_multiple          numeric(18, 6) NOT NULL DEFAULT 0 CHECK (lot_multiple >= 0),
    lot_maximum           numeric(18, 6) CHECK (lot_maximum > 0),
    lot_reading           text           NOT NULL DEFAULT 'LARGER' CHECK (lot_reading IN ('LARGER', 'STEPS')), -- min 25, multiple 20: 25, 40 … or 25, 45 …
    lot_period_days       integer        NOT NULL DEFAULT 0 CHECK (lot_period_days BETWEEN 0 AND 3650),
    scrap_rate            numeric(9, 6)  NOT NULL DEFAULT 0 CHECK (scrap_rate >= 0 AND scrap_rate < 1),
    tracking              text           NOT NULL DEFAULT 'NONE' CHECK (tracking IN ('NONE', 'LOT', 'SERIAL')),
    inspect_on_receipt    boolean        NOT NULL DEFAULT false,
    inspect_on_completion boolean        NOT NULL DEFAULT false,
    peg                   text           NOT NULL DEFAULT 'FREE' CHECK (peg IN ('HARD', 'FREE')),
    standard_cost         numeric(18, 6) NOT NULL DEFAULT 0 CHECK (standard_cost >= 0),     -- of one base unit
    list_price            numeric(18, 6) NOT NULL DEFAULT 0 CHECK (list_price >= 0),        -- of one base unit, net
    currency              text           NOT NULL DEFAULT 'CNY' CHECK (currency ~ '^[A-Z]{3}$'),
    low_level_code        integer        NOT NULL DEFAULT 0,            -- deepest use in any structure
    active                boolean        NOT NULL DEFAULT true,
    picture_file_id       uuid,
    external_id           text,
    version               integer        NOT NULL DEFAULT 0,
    UNIQUE (organisation_id, code),
    FOREIGN KEY (organisation_id, unit) REFERENCES factory.unit (organisation_id, code)
);
-- Imports find an item by the key of the system it came from.
CREATE UNIQUE INDEX item_external ON factory.item (organisation_id, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX item_group_items ON factory.item (group_id);
-- The list is searched while typing.
CREATE INDEX item_name ON factory.item (organisation_id, lower(name) text_pattern_ops);

-- A second unit of an item: one unit = numerator/denominator of the item's base unit.
CREATE TABLE factory.item_unit (
    id              uuid    PRIMARY KEY,
    organisation_id uuid    NOT NULL REFERENCES platform.organisation,
    item_id         uuid    NOT NULL REFERENCES factory.item ON DELETE CASCADE,
    unit            text    NOT NULL,
    numerator       numeric NOT NULL DEFAULT 1 CHECK (numerator > 0),
    denominator     numeric NOT NULL DEFAULT 1 CHECK (denominator > 0),
    version         integer NOT NULL DEFAULT 0,
    UNIQUE (item_id, unit),
    FOREIGN KEY (organisation_id, unit) REFERENCES factory.unit (organisation_id, code)
);

CREATE TABLE factory.partner (
    id              uuid    PRIMARY KEY,
    organisation_id uuid    NOT NULL REFERENCES platform.organisation,
    code            text    NOT NULL CHECK (code <> ''),
    name            text    NOT NULL CHECK (name <> ''),
    short_name      text,
    is_customer     boolean NOT NULL DEFAULT false,
    is_supplier     boolean NOT NULL DEFAULT false,
    phone           text,
    email           text,
    address         text,
    contact         text,
    currency        text    NOT NULL DEFAULT 'CNY' CHECK (currency ~ '^[A-Z]{3}$'),
    payment_terms   text,
    rating          integer CHECK (rating BETWEEN 1 AND 5),             -- 1 is best
    active          boolean NOT NULL DEFAULT true,
    external_id     text,
    version         integer NOT NULL DEFAULT 0,
    UNIQUE (organisation_id, code)
);
CREATE UNIQUE INDEX partner_external ON factory.partner (organisation_id, external_id) WHERE external_id IS NOT NULL;

CREATE TABLE factory.customer_item (
    id              uuid    PRIMARY KEY,
    organisation_id uuid    NOT NULL REFERENCES platform.organisation,
    partner_id      uuid    NOT NULL REFERENCES factory.partner ON DELETE CASCADE,
    item_id         uuid    NOT NULL REFERENCES factory.item ON DELETE CASCADE,
    customer_number text    NOT NULL CHECK (customer_number <> ''),
    version         integer NOT NULL DEFAULT 0,
    UNIQUE (partner_id, item_id),
    UNIQUE (partner_id, customer_number)
);

CREATE TABLE factory.team (
    id              uuid    PRIMARY KEY,
    organisation_id uuid    NOT NULL REFERENCES platform.organisation,
    code            text    NOT NULL CHECK (code <> ''),
    name            text    NOT NULL,
    leader_id       uuid,                                               -- a person; see below
    work_centre_id  uuid    REFERENCES factory.work_centre,
    version         integer NOT NULL DEFAULT 0,
    UNIQUE (organisation_id, code)
);

CREATE TABLE factory.person (
    id              uuid    PRIMARY KEY,
    organisation_id uuid    NOT NULL REFERENCES platform.organisation,
    code            text    NOT NULL CHECK (code <> ''),                -- personnel number, on the badge
    name            text    NOT NULL CHECK (name <> ''),
    team_id         uuid    REFERENCES factory.team,
    phone           text,
    user_id         uuid,                                               -- an account of identity
    active          boolean NOT NULL DEFAULT true,
    version         integer NOT NULL DEFAULT 0,
    UNIQUE (organisation_id, code)
);
CREATE UNIQUE INDEX person_user ON factory.person (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX person_team ON factory.person (team_id);
ALTER TABLE factory.team ADD FOREIGN KEY (leader_id) REFERENCES factory.person ON DELETE SET NULL;

CREATE TABLE factory.skill (
    id              uuid    PRIMARY KEY,
    organisation_id uuid    NOT NULL REFERENCES platform.organisation,
    code            text    NOT NULL CHECK (code <> ''),
    name            text    NOT NULL,
    version         integer NOT NULL DEFAULT 0,
    UNIQUE (organisation_id, code)
);

CREATE TABLE factory.person_skill (
    id              uuid    PRIMARY KEY,
    organisation_id uuid    NOT NULL REFERENCES platform.organisation,
    person_id       uuid    NOT NULL REFERENCES factory.person ON DELETE CASCADE,
    skill_id        uuid    NOT NULL REFERENCES factory.skill ON DELETE CASCADE,
    grade           integer NOT NULL DEFAULT 1 CHECK (grade BETWEEN 1 AND 3),   -- 1 learns, 2 works alone, 3 trains
    version         integer NOT NULL DEFAULT 0,
    UNIQUE (person_id, skill_id)
);

CREATE TABLE factory.scrap_reason (
    id              uuid    PRIMARY KEY,
    organisation_id uuid    NOT NULL REFERENCES platform.organisation,
    code            text    NOT NULL CHECK (code <> ''),
    name            text    NOT NULL,
    name_en         text,
    cause           text    NOT NULL DEFAULT 'PROCESS' CHECK (cause IN ('PROCESS', 'MATERIAL')),    -- 工废 / 料废
    active          boolean NOT NULL DEFAULT true,
    external_id     text,
    version         integer NOT NULL DEFAULT 0,
    UNIQUE (organisation_id, code)
);
