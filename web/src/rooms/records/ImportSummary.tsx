import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/calls';

/** Orders are imported by their own door, with no file of the rejected rows. */
export type ImportResult = Schema<'ImportOutcome'> | Schema<'OrderImport'>;

/** What an import did or would do, and every row it cannot take with the reason. */
export function ImportSummary({ result }: { result: ImportResult }) {
  const { t } = useTranslation();
  const { rejected, errors } = result;
  const errorFile = 'errorFile' in result ? result.errorFile : null;
  return (
    <div style={{ marginTop: 12 }}>
      <Alert
        type={rejected > 0 ? 'warning' : 'success'}
        showIcon
        title={t(result.dryRun ? 'import.would' : 'import.did', {
          total: result.total,
          inserted: result.inserted,
          updated: result.updated,
          unchanged: result.unchanged,
          rejected,
        })}
        action={
          errorFile ? (
            <a href={errorFile} download>
              {t('import.errorFile')}
            </a>
          ) : undefined
        }
      />
      {errors.length > 0 ? (
        <div className="import-errors">
          <table className="dialog-table">
            <thead>
              <tr>
                <th>{t('import.row')}</th>
                <th>{t('import.column')}</th>
                <th>{t('import.value')}</th>
                <th>{t('import.reason')}</th>
              </tr>
            </thead>
            <tbody>
              {errors.slice(0, 100).map((error) => (
                <tr key={`${error.row}-${error.column ?? ''}-${error.reason}`}>
                  <td>{error.row}</td>
                  <td>{error.column}</td>
                  <td>{error.value === null || error.value === undefined ? '' : String(error.value)}</td>
                  <td>{error.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </div>
  );
}
