-- Sheets with which material was issued or taken back, so that a repeat is not booked twice.
CREATE TABLE shopfloor.material_booking (
    id            uuid        PRIMARY KEY,
    work_order_id uuid        NOT NULL REFERENCES shopfloor.work_order,
    kind          text        NOT NULL CHECK (kind IN ('ISSUE', 'RETURN')),
    key           text        NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
    at            timestamptz NOT NULL
);
SELECT platform.guard('shopfloor', 'material_booking');
CREATE UNIQUE INDEX material_booking_key ON shopfloor.material_booking (organisation_id, kind, key);
