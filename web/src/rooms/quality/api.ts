import type { Amount } from '../../api/lines';

interface ItemView {
  id: string;
  code: string;
  name: string;
}

export interface Characteristic {
  id: string;
  name: string;
  kind: string;
  unit?: string | null;
  wanted: string;
  severity: string;
}

export interface Inspection {
  id: string;
  number: string;
  kind: string;
  status: string;
  item: ItemView;
  lotNumber?: string | null;
  quantity: Amount;
  unit: string;
  orderLineId?: string | null;
  order?: string | null;
  requestedAt: string;
  characteristics: Characteristic[];
}

export interface Nonconformance {
  id: string;
  number: string;
  item: ItemView;
  lotNumber?: string | null;
  quantity: Amount;
  unit: string;
  reason: string;
  disposition: string;
  orderLineId?: string | null;
  order?: string | null;
  raisedAt: string;
}
