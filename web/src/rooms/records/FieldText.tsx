import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { linkTo } from '../../api/client';
import { dayMonth, dayTime, quantityText, unitText } from '../../parts/format';
import type { StoredRecord } from '../../parts/RecordSelect';
import { pathOf } from '../../shell/paths';
import type { FieldView } from './api';

const TONES = ['grey', 'green', 'blue', 'amber', 'red'];

/** A value of a record as people read it. */
export function FieldText({ field, record }: { field: FieldView; record: StoredRecord }) {
  const { t } = useTranslation();
  const value = record.values[field.name];
  if (value === null || value === undefined || value === '') return <span className="muted">—</span>;
  const label = record.labels?.[field.name];
  switch (field.kind) {
    case 'flag':
      return <>{value ? t('common.yes') : t('common.no')}</>;
    case 'choice': {
      const choice = field.choices.find((one) => one.value === value);
      const tone = TONES.includes(choice?.tone ?? '') ? choice?.tone : 'grey';
      return <span className={`tag tag-${tone}`}>{choice?.label ?? label ?? String(value)}</span>;
    }
    case 'reference':
      if (field.referenceType === 'unit') return unitText(String(value));
      return field.referenceType ? (
        <Link
          to={pathOf({ type: field.referenceType, id: String(value) })}
          onClick={(event) => event.stopPropagation()}
        >
          {label ?? String(value)}
        </Link>
      ) : (
        (label ?? String(value))
      );
    case 'quantity':
    case 'integer':
    case 'decimal':
    case 'money':
    case 'price': {
      const unit = field.unitFrom ? record.values[field.unitFrom] : undefined;
      return (
        <span className="nowrap">
          {quantityText(value as string)} {unit ? unitText(record.labels?.[field.unitFrom ?? ''] ?? String(unit)) : ''}
        </span>
      );
    }
    case 'percent':
      return <>{quantityText((Number(value) * 100).toFixed(4))} %</>;
    case 'date':
      return <span className="num">{dayMonth(String(value))}</span>;
    case 'instant':
      return <span className="num">{dayTime(String(value))}</span>;
    case 'json':
      return <span className="muted ellipsis">{JSON.stringify(value)}</span>;
    case 'file':
      return <a href={linkTo('/api/files/{id}', { path: { id: String(value) } })}>{label ?? t('record.file')}</a>;
    case 'text':
    case 'long-text':
    case 'user':
      return <>{label ?? (field.name === 'unit' ? unitText(String(value)) : String(value))}</>;
  }
}

export function isNumber(field: FieldView): boolean {
  return ['quantity', 'integer', 'decimal', 'money', 'price', 'percent'].includes(field.kind);
}
