import type { Pairs } from './texts';
import { approvalTables } from './texts/approval';
import { benchTables } from './texts/bench';
import { floorTables } from './texts/floor';
import { lineTables } from './texts/line';
import { orderTables } from './texts/order';
import { planningTables } from './texts/planning';
import { portalTables } from './texts/portal';
import { recordTables } from './texts/record';
import { roomTables } from './texts/room';
import { scheduleTables } from './texts/schedule';
import { shellTables } from './texts/shell';
import { supplierTables } from './texts/supplier';

/** Every text of the face, by area. */
export const tables: Record<string, Pairs> = {
  ...approvalTables,
  ...benchTables,
  ...floorTables,
  ...shellTables,
  ...lineTables,
  ...orderTables,
  ...planningTables,
  ...portalTables,
  ...recordTables,
  ...roomTables,
  ...scheduleTables,
  ...supplierTables,
};
