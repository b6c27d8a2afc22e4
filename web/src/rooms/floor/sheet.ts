/** The counting of one report sheet: good, rework and scrap always sum to what was taken up. */
export type Bucket = 'good' | 'rework' | 'scrap';

export interface Counts {
  good: number;
  rework: number;
  scrap: number;
}

/** A finite count with no more digits than a phone key pad makes. */
function tidy(value: number): number {
  return Math.max(0, Math.round(value * 1000) / 1000);
}

/**
 * Sets one bucket. Scrap and rework are taken from good, so that the sum stays; good is set freely.
 */
export function withCount(counts: Counts, bucket: Bucket, value: number): Counts {
  const next = tidy(value);
  if (bucket === 'good') return { ...counts, good: next };
  const sum = counts.good + counts.rework + counts.scrap;
  const other = bucket === 'scrap' ? counts.rework : counts.scrap;
  const kept = Math.min(next, tidy(sum - other));
  return { ...counts, [bucket]: kept, good: tidy(sum - other - kept) };
}

/** Appends a digit to what stands there; the first digit replaces a number that was filled in. */
export function typed(value: number, digit: string, fresh: boolean): number {
  return Number(`${fresh ? '' : value}${digit}`);
}

export function total(counts: Counts): number {
  return tidy(counts.good + counts.rework + counts.scrap);
}

/** What a sheet counts: pieces made here for the first time, or pieces that waited to be repaired. */
export interface Batch {
  repaired: boolean;
  filled: number;
  limit: number;
}

/**
 * The batches that can be reported now, the usual one first.
 *
 * @param waiting pieces that are reported but not delivered yet
 */
export function batchesOf(
  task: Record<'available' | 'remaining' | 'limit' | 'rework', string | number>,
  waiting: number,
): [Batch, ...Batch[]] {
  const filled = Math.max(0, Math.min(Number(task.available), Number(task.remaining)) - waiting);
  const made = { repaired: false, filled, limit: Math.max(0, Number(task.limit) - waiting) };
  const rework = Number(task.rework);
  if (rework <= 0) return [made];
  const mended = { repaired: true, filled: rework, limit: rework };
  return filled > 0 ? [made, mended] : [mended];
}

/** Whether everything is made and some of it waits to be repaired. */
export function isOnlyRepair(task: Record<'remaining' | 'rework', string | number>): boolean {
  return Number(task.remaining) <= 0 && Number(task.rework) > 0;
}
