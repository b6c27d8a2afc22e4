import type { Shape } from '../../parts/StateShape';

const SHAPES: Record<string, Shape> = {
  SHORTAGE: 'blocked',
  FAILED_CHECK: 'blocked',
  STRUCTURE_MISSING: 'blocked',
  DRAWING_MISSING: 'blocked',
  SUPPLIER_SLIP: 'late',
  OPERATION_LATE: 'late',
  NOT_SHIPPED: 'late',
  MACHINE_DOWN: 'conflict',
  CHANGE_PENDING: 'conflict',
  NOT_PLANNED: 'suggestion',
};

/** The shape of an exception by its kind. */
export function shapeOf(kind: string): Shape {
  return SHAPES[kind] ?? 'risk';
}
