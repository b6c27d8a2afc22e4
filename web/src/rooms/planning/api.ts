import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../../api/calls';
import { api } from '../../api/client';
import { quantityText, unitText } from '../../parts/format';

export const PLANNING_TABLES = ['planning', 'purchasing', 'shopfloor', 'stock', 'sales'];

export type Quantity = Schema<'Quantity'>;

export function amountText(quantity: Quantity | null | undefined): string {
  return quantity ? `${quantityText(quantity.amount)} ${unitText(quantity.unit)}` : '—';
}

export type PlanningRun = Schema<'PlanningRun'>;

export type Suggestion = Schema<'SuggestionListsRow'>;

export type Message = Schema<'SuggestionListsMessageRow'>;

export type PlanChange = Schema<'PlanChangeRow'>;

export type Requirement = Schema<'RequirementNode'>;

export type Kit = Schema<'Kit'>;

export function useSuggestions(line: string | null) {
  return useQuery({
    queryKey: ['planning', 'suggestions', line],
    queryFn: () => api.get('/api/planning/suggestions', { query: { status: 'PROPOSED', lineId: line } }),
    meta: { tables: PLANNING_TABLES },
  });
}

export function usePlanChanges(line: string | null) {
  return useQuery({
    queryKey: ['planning', 'changes', line],
    queryFn: () => api.get('/api/planning/changes', { query: { lineId: line } }),
    meta: { tables: PLANNING_TABLES },
  });
}

export function useLatestRun() {
  return useQuery({
    queryKey: ['planning', 'run'],
    queryFn: async () => (await api.get('/api/planning/runs/latest')) ?? null,
    meta: { tables: PLANNING_TABLES },
  });
}
