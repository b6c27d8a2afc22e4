CREATE TABLE sample.part_group (
    id uuid PRIMARY KEY, code text NOT NULL, name text NOT NULL, version integer NOT NULL DEFAULT 0);
CREATE TABLE sample.part (
    id uuid PRIMARY KEY,
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL DEFAULT 'MAKE' CHECK (kind IN ('MAKE', 'BUY')),
    group_id uuid REFERENCES sample.part_group,
    stock numeric(18, 6) CHECK (stock >= 0),
    unit text,
    cost numeric(18, 6),
    due date,
    active boolean NOT NULL DEFAULT true,
    pieces integer,
    version integer NOT NULL DEFAULT 0);
CREATE TABLE sample.ticket (
    id uuid PRIMARY KEY, number text NOT NULL, part_id uuid REFERENCES sample.part, status text NOT NULL, remark text,
    version integer NOT NULL DEFAULT 0);
SELECT platform.guard('sample', 'part_group');
SELECT platform.guard('sample', 'part');
SELECT platform.guard('sample', 'ticket');
ALTER TABLE sample.part ADD CONSTRAINT part_code UNIQUE (organisation_id, code);
ALTER TABLE sample.part_group ADD CONSTRAINT part_group_code UNIQUE (organisation_id, code);
