import type { StoredRecord } from '../../parts/RecordSelect';
import type { VerbView } from './api';

/** Verbs that take back or stop something say why. */
export const NEED_REASON = ['cancel', 'hold', 'reject', 'refuse', 'withdraw'];

/** Whether a record offers this verb in its present state. */
export function offers(verb: VerbView, record: StoredRecord): boolean {
  return !verb.when || verb.when.values.includes(String(record.values[verb.when.field]));
}
