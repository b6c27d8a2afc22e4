import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Condition, RecordPage } from '../../parts/RecordSelect';

export type FieldKind =
  | 'text'
  | 'long-text'
  | 'integer'
  | 'decimal'
  | 'quantity'
  | 'money'
  | 'price'
  | 'percent'
  | 'date'
  | 'instant'
  | 'flag'
  | 'choice'
  | 'reference'
  | 'user'
  | 'file'
  | 'json';

export interface FieldView {
  name: string;
  label: string;
  kind: FieldKind;
  required: boolean;
  unique?: boolean;
  readOnly: boolean;
  list: boolean;
  search: boolean;
  sortable: boolean;
  custom: boolean;
  referenceType?: string | null;
  byCode?: boolean;
  choices: { value: string; label: string; tone?: string | null }[];
  unitFrom?: string | null;
  digits: number;
  help?: string | null;
}

export interface VerbView {
  name: string;
  label: string;
  method: string;
  path: string;
  when?: { field: string; values: string[] } | null;
}

export interface TypeView {
  name: string;
  label: string;
  room: string;
  title: string[];
  fields: FieldView[];
  verbs: VerbView[];
  children: { type: string; field: string; label: string }[];
  may: { create: boolean; edit: boolean; delete: boolean; import: boolean; export: boolean; customise?: boolean };
  defaultSort: string[];
  naturalKey: string[];
  writtenBy: string;
  parentField?: string | null;
  page?: string | null;
}

/** All record types that this person may read; labels in the language of the page. */
export function useCatalogue() {
  return useQuery({
    queryKey: ['catalogue'],
    queryFn: () => api.get<{ types: TypeView[] }>('/api/catalogue'),
    staleTime: 5 * 60_000,
    select: (answer) => answer.types,
    meta: { tables: ['catalogue'] },
  });
}

export function useType(name: string): TypeView | undefined {
  return useCatalogue().data?.find((type) => type.name === name);
}

export interface ListQuestion {
  q?: string;
  filter?: Condition[];
  sort?: string;
  page: number;
  size: number;
}

/** The question as the server reads it, also for exports. */
export function listQuery(question: Partial<ListQuestion>) {
  const conditions = question.filter ?? [];
  return {
    q: question.q,
    sort: question.sort,
    filter: conditions.length > 0 ? JSON.stringify({ all: conditions }) : undefined,
    page: question.page,
    size: question.size,
  };
}

export function useRecords(type: string, question: ListQuestion, enabled = true) {
  return useQuery({
    queryKey: ['records', type, question],
    queryFn: ({ signal }) =>
      api.get<RecordPage>('/api/records/{type}', { path: { type }, query: listQuery(question), signal }),
    placeholderData: (before, query) => (query?.queryKey[1] === type ? before : undefined),
    meta: { tables: tablesOf(type) },
    enabled,
  });
}

/** The names under which a change of this type may be told. */
export function tablesOf(type: string): string[] {
  return [type, type.slice(type.indexOf('-') + 1)];
}

export const PAGE_SIZE = 50;
