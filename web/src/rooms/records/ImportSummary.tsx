import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

export interface ImportResult {
  id: string;
  total: number;
  inserted?: number;
  updated?: number;
  unchanged?: number;
  rejected?: number;
  dryRun: boolean;
  mapping?: Record<string, string>;
  errors?: { row: number; column?: string | null; value?: unknown; reason: string; code?: string }[];
  errorFile?: string | null;
}

/** What an import did or would do, and every row it cannot take with the reason. */
export function ImportSummary({ result }: { result: ImportResult }) {
  const { t } = useTranslation();
  const rejected = result.rejected ?? 0;
  const errors = result.errors ?? [];
  return (
    <div style={{ marginTop: 12 }}>
      <Alert
        type={rejected > 0 ? 'warning' : 'success'}
        showIcon
        title={t(result.dryRun ? 'import.would' : 'import.did', {
          total: result.total,
          inserted: result.inserted ?? 0,
          updated: result.updated ?? 0,
          unchanged: result.unchanged ?? 0,
          rejected,
        })}
        action={
          result.errorFile ? (
            <a href={result.errorFile.startsWith('/') ? result.errorFile : `/api/files/${result.errorFile}`} download>
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
