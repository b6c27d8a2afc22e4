import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { SectionTabs } from '../../shell/SectionTabs';
import { Shipping } from '../shipping/Shipping';
import { IssueList } from './IssueList';
import { MovementForm } from './MovementForm';
import { Receipts } from './Receipts';
import './stock.css';

/** The warehouse's day: what comes in, what the floor needs, what goes out. */
export function WarehousePage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const show = (tab: string) => setParams({ tab });
  return (
    <div className="record-page">
      <SectionTabs />
      <header className="page-head record-head">
        <h1>{t('stock.title')}</h1>
      </header>
      <section className="card record-tabs">
        <Tabs
          activeKey={params.get('tab') ?? 'receipts'}
          onChange={show}
          destroyOnHidden
          items={[
            { key: 'receipts', label: t('stock.receipts'), children: <Receipts /> },
            { key: 'issue', label: t('stock.issue'), children: <IssueList /> },
            { key: 'shipping', label: t('stock.shipping'), children: <Shipping line={params.get('line')} /> },
            { key: 'move', label: t('stock.move'), children: <MovementForm /> },
          ]}
        />
      </section>
    </div>
  );
}
