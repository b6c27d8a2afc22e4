-- People of a skill, or tools, that work takes while it runs. Of one kind in a line.
CREATE TABLE scheduling.operation_need (
    id             uuid    PRIMARY KEY,
    work_centre_id uuid    NOT NULL REFERENCES factory.work_centre ON DELETE CASCADE,
    operation_name text    CHECK (operation_name <> ''),            -- null: every operation of the work centre
    skill_id       uuid    REFERENCES factory.skill ON DELETE CASCADE,
    least_grade    integer NOT NULL DEFAULT 2 CHECK (least_grade BETWEEN 1 AND 3),
    tool_id        uuid    REFERENCES factory.tool ON DELETE CASCADE,
    count          integer NOT NULL DEFAULT 1 CHECK (count > 0),
    note           text,
    version        integer NOT NULL DEFAULT 0,
    CONSTRAINT a_need_is_for_people_or_for_tools CHECK ((skill_id IS NULL) <> (tool_id IS NULL))
);
CREATE INDEX operation_need_work_centre ON scheduling.operation_need (work_centre_id);
SELECT platform.guard('scheduling', 'operation_need');
