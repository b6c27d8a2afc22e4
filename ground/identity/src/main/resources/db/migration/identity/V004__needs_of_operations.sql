-- Who keeps what operations take beside their machine: people of a skill, tools.
INSERT INTO identity.permission (organisation_id, role, record_type, operation)
SELECT o.id, r.role, 'operation-need', '*'
  FROM platform.organisation o
 CROSS JOIN (VALUES ('planner'), ('team-leader'), ('engineer')) AS r (role)
    ON CONFLICT DO NOTHING;
