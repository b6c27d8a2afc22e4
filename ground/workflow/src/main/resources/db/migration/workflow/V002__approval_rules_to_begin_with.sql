-- What a new house asks for before an order is promised; the administrator changes it on the page. Steps without a name
-- are called by their role.
INSERT INTO workflow.approval_rule (id, organisation_id, name, record_type, condition, steps, priority)
SELECT gen_random_uuid(), o.id, r.name, 'sales-order', r.condition::jsonb, r.steps::jsonb, r.priority
  FROM platform.organisation o
 CROSS JOIN (VALUES
             ('急单 · Rush orders',
              '{"all": [{"field": "order_class", "op": "eq", "value": "RUSH"}]}',
              '[{"role": "planner", "mode": "ANY", "hours": 4, "escalate": "manager"}, {"role": "manager", "mode": "ANY", "hours": 8}]',
              10),
             ('大额订单 · Large orders',
              '{"all": [{"field": "amount", "op": "ge", "value": 100000}]}',
              '[{"role": "manager", "mode": "ANY", "hours": 24}]',
              20)) AS r (name, condition, steps, priority);
