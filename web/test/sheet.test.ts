import { expect, test } from 'vitest';
import { batchesOf, total, typed, withCount } from '../src/rooms/floor/sheet';

test('scrap is taken from good, so that the sum stays', () => {
  const counts = withCount({ good: 40, rework: 0, scrap: 0 }, 'scrap', 2);
  expect(counts).toEqual({ good: 38, rework: 0, scrap: 2 });
  expect(total(withCount(counts, 'rework', 5))).toBe(40);
});

test('no more can be bad than was taken up', () => {
  expect(withCount({ good: 3, rework: 1, scrap: 0 }, 'scrap', 99)).toEqual({ good: 0, rework: 1, scrap: 3 });
});

test('the first digit replaces what was filled in, the next ones follow it', () => {
  expect(typed(40, '1', true)).toBe(1);
  expect(typed(1, '2', false)).toBe(12);
});

test('pieces that wait to be repaired are a batch of their own, the only one when all is made', () => {
  const task = { available: '5', remaining: '5', limit: '6', rework: '2' };
  expect(batchesOf(task, 1)).toEqual([
    { repaired: false, filled: 4, limit: 5 },
    { repaired: true, filled: 2, limit: 2 },
  ]);
  expect(batchesOf({ ...task, available: 0, remaining: 0 }, 0)).toEqual([{ repaired: true, filled: 2, limit: 2 }]);
  expect(batchesOf({ ...task, rework: 0 }, 0)).toHaveLength(1);
});
