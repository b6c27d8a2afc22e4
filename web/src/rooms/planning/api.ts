import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Amount } from '../../api/lines';
import { quantityText, unitText } from '../../parts/format';

export const PLANNING_TABLES = ['planning', 'purchasing', 'shopfloor', 'stock', 'sales'];

export interface Quantity {
  amount: Amount;
  unit: string;
}

export function amountText(quantity: Quantity | null | undefined): string {
  return quantity ? `${quantityText(quantity.amount)} ${unitText(quantity.unit)}` : '—';
}

export interface PlanningRun {
  id: string;
  at: string;
  by: string;
  milliseconds: number;
  demands: number;
  suggestions: number;
  added: number;
  changed: number;
  removed: number;
  pastDue: number;
  messages: number;
  lateLines: number;
}

export interface Suggestion {
  id: string;
  kind: 'BUY' | 'MAKE';
  itemId: string;
  itemCode: string;
  itemName: string;
  quantity: Amount;
  unit: string;
  orderBy: string;
  due: string;
  possibleDue: string;
  pastDueDays: number;
  supplierId?: string | null;
  supplierName?: string | null;
  orderLineId?: string | null;
  orderLabel?: string | null;
  status: string;
  targetType?: string | null;
  targetId?: string | null;
  targetNumber?: string | null;
}

export interface Message {
  id: string;
  kind: string;
  supplyType: string;
  supplyId: string;
  supplyNumber: string;
  itemId: string;
  itemCode: string;
  itemName: string;
  due: string;
  proposedDue?: string | null;
  quantity: Amount;
  proposed: Amount;
  unit: string;
  days: number;
  orderLineId?: string | null;
  orderLabel?: string | null;
}

export interface PlanChange {
  id: string;
  orderChangeId: string;
  orderLineId: string;
  orderLabel?: string | null;
  targetType: string;
  targetId: string;
  targetNumber: string;
  itemId: string;
  itemCode: string;
  itemName: string;
  action: string;
  oldQuantity: Amount;
  newQuantity: Amount;
  unit: string;
  oldDue?: string | null;
  newDue?: string | null;
  possible: boolean;
  harmless: boolean;
  done?: Quantity | null;
  saved?: { amount: Amount; currency: string } | null;
  lost?: { amount: Amount; currency: string } | null;
  blockingCode?: string | null;
  sharedWith: string[];
  status: 'PROPOSED' | 'APPLIED' | 'REFUSED';
  changeReason: string;
  proposedAt: string;
}

export interface Requirement {
  itemId: string;
  itemCode: string;
  itemName: string;
  level: number;
  gross: Quantity;
  stock: Quantity;
  supply: Quantity;
  net: Quantity;
  kind: 'BUY' | 'MAKE';
  needed: string;
  orderBy?: string | null;
  possible: string;
  pastDue: boolean;
  suggestionId?: string | null;
  supplierName?: string | null;
  components: Requirement[];
}

export interface Kit {
  id: string;
  ready: number;
  total: number;
  allBy?: string | null;
  items: {
    itemId: string;
    itemCode: string;
    itemName: string;
    state: 'READY' | 'INCOMING' | 'LATE' | 'SHORT';
    shortage: Quantity;
    available?: string | null;
  }[];
}

export function useSuggestions(line: string | null) {
  return useQuery({
    queryKey: ['planning', 'suggestions', line],
    queryFn: () => api.get<Suggestion[]>('/api/planning/suggestions', { query: { status: 'PROPOSED', lineId: line } }),
    meta: { tables: PLANNING_TABLES },
  });
}

export function usePlanChanges(line: string | null) {
  return useQuery({
    queryKey: ['planning', 'changes', line],
    queryFn: () => api.get<PlanChange[]>('/api/planning/changes', { query: { lineId: line } }),
    meta: { tables: PLANNING_TABLES },
  });
}

export function useLatestRun() {
  return useQuery({
    queryKey: ['planning', 'run'],
    queryFn: async () => (await api.get<PlanningRun | undefined>('/api/planning/runs/latest')) ?? null,
    meta: { tables: PLANNING_TABLES },
  });
}
