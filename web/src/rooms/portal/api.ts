import { api } from '../../api/client';
import type { Amount } from '../../api/lines';

export type StationKind = 'CONFIRMED' | 'DRAWING' | 'MATERIAL' | 'PRODUCTION' | 'INSPECTED' | 'SHIPPED' | 'DELIVERED';

export interface SharedLine {
  id: string;
  orderId: string;
  orderNumber: string;
  position: number;
  item: string;
  drawing?: string | null;
  quantity: Amount;
  unit: string;
  promised: string;
  forecast?: string | null;
  daysLate: number;
  done: boolean;
  percent: number;
  contact?: string | null;
  phone?: string | null;
  stations: { kind: StationKind; state: 'DONE' | 'CURRENT' | 'FUTURE'; at?: string | null }[];
}

export interface SharedPage {
  line: SharedLine;
  messages: { id: string; author: string; mine: boolean; text: string; at: string }[];
  documents: { id: string; name: string; size: number; at: string }[];
}

export const listShared = () => api.get<SharedLine[]>('/api/portal/lines');
export const readShared = (id: string) => api.get<SharedPage>('/api/portal/lines/{id}', { path: { id } });
