import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Amount, Figures, LineAction, LineRow, LineState, MilestoneKind, Person } from '../../api/lines';
import { LINE_TABLES } from '../lines/api';

/** A line that an exception endangers, and the days it costs it. */
export interface EndangeredLine {
  lineId: string;
  orderNumber: string;
  position: number;
  customer: string;
  item: string;
  days: number;
}

/** One cause, whatever it endangers; the line it names is the most urgent one. */
export interface ExceptionRow {
  id: string;
  kind: string;
  title: string;
  days: number;
  owner?: Person | null;
  due?: string | null;
  raisedAt: string;
  action: LineAction;
  lineId: string;
  orderNumber: string;
  position: number;
  customer: string;
  item: string;
  station: MilestoneKind;
  state: LineState;
  slipDays?: number | null;
  lines: EndangeredLine[];
}

export interface ExceptionPage {
  items: ExceptionRow[];
  total: number;
  counts: { kind: string; count: number; lines: number }[];
}

export function useExceptions(kind: string | undefined, mine: boolean) {
  return useQuery({
    queryKey: ['exceptions', kind, mine],
    queryFn: () => api.get<ExceptionPage>('/api/exceptions', { query: { kind, mine: mine || undefined, size: 50 } }),
    meta: { tables: LINE_TABLES },
    placeholderData: (before) => before,
  });
}

export interface KitRow {
  lineId: string;
  orderNumber: string;
  position: number;
  item: string;
  ready: number;
  total: number;
  allBy?: string | null;
  state: 'READY' | 'INCOMING' | 'LATE' | 'SHORT';
}

export interface PlannerBench {
  canStart: number;
  total: number;
  kits: KitRow[];
  attainment: { day: string; planned: number; done: number }[];
}

export const usePlannerBench = () =>
  useQuery({
    queryKey: ['bench', 'planner'],
    queryFn: () => api.get<PlannerBench>('/api/benches/planner'),
    meta: { tables: [...LINE_TABLES, 'stock', 'purchasing', 'shopfloor'] },
  });

export interface ManagerBench {
  figures: Figures;
  openValue?: Amount | null;
  lateValue?: Amount | null;
  deliveredToday?: Amount | null;
  trend: { monday: string; onTime: number; due: number }[];
  worst: LineRow[];
}

export const useManagerBench = () =>
  useQuery({
    queryKey: ['bench', 'manager'],
    queryFn: () => api.get<ManagerBench>('/api/benches/manager'),
    meta: { tables: LINE_TABLES },
  });
