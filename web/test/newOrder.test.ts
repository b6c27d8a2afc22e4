import { expect, test } from 'vitest';
import { amounts, dateTyped, emptyLine, pastedLines } from '../src/rooms/order/newOrder';

test('a date is understood however it was typed', () => {
  expect(dateTyped('2026/12/8', 2026)).toBe('2026-12-08');
  expect(dateTyped('2026年12月18日', 2026)).toBe('2026-12-18');
  expect(dateTyped('12-18', 2026)).toBe('2026-12-18');
  expect(dateTyped('soon', 2026)).toBe('');
});

test('rows pasted from a spreadsheet become lines, the head row is left out', () => {
  const lines = pastedLines('料号\t数量\t交期\nHY-3310\t1,200\t2026/12/18\t¥35.5\t蓝色\nXD-0872\t6\t12-20\n', 2026);
  expect(
    lines.map((line) => [line.item, line.quantity, line.requestedDate, line.unitPrice, line.specification]),
  ).toEqual([
    ['HY-3310', '1200', '2026-12-18', '35.5', '蓝色'],
    ['XD-0872', '6', '2026-12-20', '', ''],
  ]);
});

test('net and gross follow from the rate whichever of the two was typed', () => {
  const line = { ...emptyLine(), quantity: '2', unitPrice: '113' };
  expect(amounts([line], 0.13, true).net).toBeCloseTo(200);
  expect(amounts([line], 0.13, false).gross).toBeCloseTo(255.38);
});
