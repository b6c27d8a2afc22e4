-- Accounts, sessions and permissions. Owner: ground/identity.

CREATE TABLE identity.user_account (
    id              uuid        PRIMARY KEY,
    username        text        NOT NULL CHECK (username = lower(username) AND length(username) BETWEEN 1 AND 60),
    display_name    text        NOT NULL CHECK (display_name <> ''),
    password_hash   text        NOT NULL,             -- bcrypt
    pin_hash        text,                             -- bcrypt; for shared terminals
    language        text        NOT NULL DEFAULT 'zh' CHECK (language IN ('zh', 'en')),
    roles           text[]      NOT NULL DEFAULT '{}',
    person_id       uuid,                             -- the person of the factory, if it is one
    partner_id      uuid,                             -- the customer or supplier of an external account
    active          boolean     NOT NULL DEFAULT true,
    demonstration   boolean     NOT NULL DEFAULT false, -- goes when the demonstration factory goes
    version         integer     NOT NULL DEFAULT 0,
    CONSTRAINT user_account_username UNIQUE (username) -- across organisations: one login page for all
);
SELECT platform.guard('identity', 'user_account', '{password_hash,pin_hash}');

-- Failed attempts change often and say nothing about the account: kept apart from the audited row.
CREATE TABLE identity.login_attempt (
    user_id      uuid        PRIMARY KEY REFERENCES identity.user_account ON DELETE CASCADE,
    failed       integer     NOT NULL DEFAULT 0,
    locked_until timestamptz
);
SELECT platform.open_to_all('identity', 'login_attempt'); -- read before it is known whose organisation it is

CREATE TABLE identity.session (
    token_hash      text        PRIMARY KEY,          -- SHA-256; the token itself is only with its bearer
    user_id         uuid        NOT NULL REFERENCES identity.user_account ON DELETE CASCADE,
    organisation_id uuid        NOT NULL REFERENCES platform.organisation,
    origin          text        NOT NULL,             -- the address it was opened from
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL
);
CREATE INDEX session_of_user ON identity.session (user_id);
CREATE INDEX session_by_expiry ON identity.session (expires_at);
SELECT platform.open_to_all('identity', 'session'); -- read before it is known whose organisation it is

-- The organisation in which to look for an account, before anybody is signed in.
CREATE FUNCTION identity.organisation_of(name text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    SELECT organisation_id FROM identity.user_account WHERE username = lower(name)
$$;

-- What a role may do. '*' as type or operation means all; see-prices must be said by name.
CREATE TABLE identity.permission (
    id               uuid    PRIMARY KEY DEFAULT gen_random_uuid(),
    role             text    NOT NULL,                -- e.g. planner
    record_type      text    NOT NULL,                -- e.g. sales-order
    operation        text    NOT NULL,                -- read, create, edit, delete, import, export, or a verb
    row_condition    jsonb,                           -- a list filter; null: every row
    hidden_fields    text[]  NOT NULL DEFAULT '{}',
    read_only_fields text[]  NOT NULL DEFAULT '{}',
    version          integer NOT NULL DEFAULT 0
);
SELECT platform.guard('identity', 'permission');
ALTER TABLE identity.permission ADD CONSTRAINT permission_once UNIQUE (organisation_id, role, record_type, operation);
