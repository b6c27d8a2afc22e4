import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../../api/calls';
import { api } from '../../api/client';
import type { Condition } from '../../parts/RecordSelect';

export type FieldKind = Schema<'CatalogueFieldView'>['kind'];

export type FieldView = Schema<'CatalogueFieldView'>;

export type VerbView = Schema<'CatalogueVerbView'>;

export type TypeView = Schema<'CatalogueTypeView'>;

/** All record types that this person may read; labels in the language of the page. */
export function useCatalogue() {
  return useQuery({
    queryKey: ['catalogue'],
    queryFn: () => api.get('/api/catalogue'),
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

/** The conditions as the server reads them. */
export function filterText(conditions: Condition[] = []): string | undefined {
  return conditions.length > 0 ? JSON.stringify({ all: conditions }) : undefined;
}

export function useRecords(type: string, question: ListQuestion, enabled = true) {
  return useQuery({
    queryKey: ['records', type, question],
    queryFn: ({ signal }) =>
      api.get('/api/records/{type}', {
        path: { type },
        query: { ...question, filter: filterText(question.filter) },
        signal,
      }),
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
