import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/calls';
import { api } from '../../api/client';
import type { Condition } from '../../parts/RecordSelect';
import { filterText, type ListQuestion, type TypeView, tablesOf } from './api';

type Group = Schema<'RecordReaderGroup'>;

interface GroupStripProps {
  type: TypeView;
  by: string;
  question: ListQuestion;
  onChoose: (condition: Condition) => void;
}

/** How many records there are of each value; a click narrows the list to it. */
export function GroupStrip({ type, by, question, onChoose }: GroupStripProps) {
  const { t } = useTranslation();
  const groups = useQuery({
    queryKey: ['groups', type.name, by, question.q, question.filter],
    queryFn: () =>
      api.get('/api/records/{type}/groups', {
        path: { type: type.name },
        query: { q: question.q, filter: filterText(question.filter), by },
      }),
    meta: { tables: tablesOf(type.name) },
  });
  const field = type.fields.find((one) => one.name === by);
  const label = (group: Group) =>
    group.label ??
    field?.choices.find((choice) => choice.value === group.value)?.label ??
    String(group.value ?? t('common.none'));
  return (
    <div className="group-strip">
      {(groups.data ?? []).map((group) => (
        <button
          key={String(group.value)}
          type="button"
          className="chip"
          onClick={() =>
            onChoose(group.value === null ? { field: by, op: 'empty' } : { field: by, op: 'eq', value: group.value })
          }
        >
          {label(group)} <span className="chip-count">{group.count}</span>
        </button>
      ))}
    </div>
  );
}
