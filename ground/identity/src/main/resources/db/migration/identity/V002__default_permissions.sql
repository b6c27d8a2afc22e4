-- What each role may do at the start; the administrator changes it on the page. Prices and costs stay hidden from
-- warehouse, team leader, operator, inspector, maintenance and engineer. External roles see only the portal.
INSERT INTO identity.permission (organisation_id, role, record_type, operation)
SELECT '00000000-0000-7000-8000-000000000001', role, split_part(may, ':', 1), split_part(may, ':', 2)
  FROM (VALUES
    ('sales', ARRAY[
        '*:read', '*:see-prices', 'sales-order:*', 'sales-order-line:*', 'order-review:*', 'order-change:*',
        'partner:create', 'partner:edit', 'partner:import', 'partner:export', 'customer-item:*', 'promise:*',
        'package:read', 'shipment:*', '*:export']),
    ('planner', ARRAY[
        '*:read', '*:see-prices', '*:export', 'planning-run:*', 'suggestion:*', 'plan-change:*', 'schedule:*',
        'operation-slot:*', 'work-order:*', 'work-order-operation:*', 'work-order-material:*', 'reservation:*',
        'order-review:*', 'purchase-order:create', 'order-change:*', 'promise:*', 'exception:*', 'calendar:*',
        'calendar-day:*', 'item:edit', 'item:import', 'work-centre:*', 'machine:edit', 'vendor-item:*',
        'line:*', 'sales-order-line:edit']),
    ('buyer', ARRAY[
        '*:read', '*:see-prices', '*:export', 'purchase-order:*', 'purchase-order-line:*', 'vendor-item:*',
        'partner:*', 'suggestion:*', 'goods-receipt:*', 'plan-change:*', 'exception:*', 'item:edit',
        'promise:read']),
    ('warehouse', ARRAY[
        '*:read', '*:export', 'stock-movement:*', 'stock-balance:*', 'lot:*', 'location:*', 'reservation:*',
        'goods-receipt:*', 'purchase-order-line:receive', 'work-order:issue', 'work-order:receive',
        'work-order-material:*', 'package:*', 'shipment:*', 'exception:create']),
    ('team-leader', ARRAY[
        '*:read', '*:export', 'work-order:*', 'work-order-operation:*', 'work-order-material:*', 'report:*',
        'person:edit', 'team:edit', 'person-skill:*', 'exception:*', 'operation-slot:edit', 'machine:edit',
        'stock-movement:create']),
    ('operator', ARRAY[
        'unit:read', 'item:read', 'item-group:read', 'site:read', 'work-centre:read', 'machine:read',
        'tool:read', 'person:read', 'team:read', 'skill:read', 'scrap-reason:read', 'calendar:read',
        'location:read', 'lot:read', 'stock-balance:read', 'bom:read', 'bom-line:read', 'routing:read',
        'routing-operation:read', 'drawing:read', 'operation-slot:read', 'work-order:read',
        'work-order-operation:*', 'work-order-material:read', 'work-order:issue', 'report:*', 'inspection:read',
        'exception:read', 'exception:create', 'line:read', 'sales-order-line:read', 'sales-order:read']),
    ('inspector', ARRAY[
        '*:read', '*:export', 'inspection:*', 'nonconformance:*', 'lot:edit', 'stock-movement:create',
        'exception:*', 'scrap-reason:*']),
    ('maintenance', ARRAY[
        '*:read', 'machine:*', 'tool:*', 'exception:*']),
    ('engineer', ARRAY[
        '*:read', '*:export', 'item:*', 'item-group:*', 'item-unit:*', 'unit:*', 'bom:*', 'bom-line:*',
        'routing:*', 'routing-operation:*', 'drawing:*', 'order-review:*', 'work-centre:*', 'machine:*',
        'tool:*', 'exception:*', 'nonconformance:*', 'customer-item:*']),
    ('finance', ARRAY[
        '*:read', '*:see-prices', '*:export', 'partner:edit', 'item:edit', 'vendor-item:edit']),
    ('manager', ARRAY[
        '*:*', '*:see-prices']),
    ('project-manager', ARRAY[
        '*:read', '*:see-prices', '*:export', 'order-review:*', 'exception:*', 'order-change:*']),
    ('administrator', ARRAY[
        '*:*', '*:see-prices']),
    ('customer', ARRAY[
        'portal-line:read']),
    ('supplier', ARRAY[
        'portal-purchase:read', 'portal-purchase:confirm'])
    ) AS granted (role, all_may)
 CROSS JOIN LATERAL unnest(all_may) AS may;
