import { quantityText, unitText } from '../../parts/format';
import type { OrderLine } from './api';

/** What is ordered, in the words the server has for it. */
export function lineName(line: OrderLine): string {
  return [line.itemCode, line.itemName ?? line.item].filter(Boolean).join(' ');
}

export function amountOf(line: OrderLine): string {
  return typeof line.quantity === 'object' ? String(line.quantity.amount) : String(line.quantity);
}

export function unitOf(line: OrderLine): string {
  return typeof line.quantity === 'object' ? line.quantity.unit : (line.unit ?? '');
}

export function lineQuantity(line: OrderLine): string {
  return `${quantityText(amountOf(line))} ${unitText(unitOf(line))}`;
}
