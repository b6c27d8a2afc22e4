-- Who may give rights is said by name: '*' does not cover users, permissions and the audit trail.
INSERT INTO identity.permission (organisation_id, role, record_type, operation)
SELECT '00000000-0000-7000-8000-000000000001', role, type, 'read'
  FROM (VALUES ('manager', 'user'), ('manager', 'audit'), ('team-leader', 'user'), ('planner', 'user'), ('sales', 'user'),
               ('project-manager', 'user')) AS granted (role, type);
