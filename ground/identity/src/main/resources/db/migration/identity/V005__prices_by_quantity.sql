-- Who keeps suppliers' terms keeps their prices by quantity.
INSERT INTO identity.permission (organisation_id, role, record_type, operation)
SELECT o.id, r.role, 'price-break', '*'
  FROM platform.organisation o
 CROSS JOIN (VALUES ('planner'), ('buyer')) AS r (role)
    ON CONFLICT DO NOTHING;
