import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FieldView } from './api';

interface ImportColumnsProps {
  /** Header to field name; empty: the column is left out. */
  mapping: Record<string, string>;
  fields: FieldView[];
  onTell: (header: string, field: string) => void;
}

/** What each column of the file is taken for; said otherwise once, it is remembered for the next file. */
export function ImportColumns({ mapping, fields, onTell }: ImportColumnsProps) {
  const { t } = useTranslation();
  const headers = Object.keys(mapping);
  const unknown = headers.filter((header) => mapping[header] === '').length;
  const options = [
    { value: '', label: t('import.notTaken') },
    ...fields.filter((field) => !field.readOnly).map((field) => ({ value: field.name, label: field.label })),
  ];
  return (
    <details open={unknown > 0} className="import-columns">
      <summary>{t('import.columns', { n: headers.length, unknown })}</summary>
      <p className="muted small">{t('import.columnsHelp')}</p>
      <table className="dialog-table">
        <thead>
          <tr>
            <th>{t('import.header')}</th>
            <th>{t('import.field')}</th>
          </tr>
        </thead>
        <tbody>
          {headers.map((header) => (
            <tr key={header}>
              <td className={mapping[header] === '' ? 'amber' : undefined}>{header}</td>
              <td>
                <Select
                  size="small"
                  showSearch={{ optionFilterProp: 'label' }}
                  aria-label={header}
                  status={mapping[header] === '' ? 'warning' : undefined}
                  value={mapping[header]}
                  options={options}
                  onChange={(field) => onTell(header, field)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
