import { quantityText, unitText } from '../../parts/format';
import type { OrderLine } from './api';

export function lineName(line: OrderLine): string {
  return `${line.item.code} ${line.description || line.item.name}`;
}

export function lineQuantity(line: OrderLine): string {
  return `${quantityText(line.orderedQuantity)} ${unitText(line.orderedUnit)}`;
}
