import { useTranslation } from 'react-i18next';
import type { useLines } from '../lines/api';
import { LineCard } from '../lines/LineCard';
import { BenchPanel } from './BenchParts';
import '../lines/OrderLinesPage.css';

interface LineCardsProps {
  title: string;
  query: ReturnType<typeof useLines>;
  onOpen: (id: string) => void;
  empty: string;
  all?: string;
}

/** Order lines as cards. */
export function LineCards({ title, query, onOpen, empty, all }: LineCardsProps) {
  const { t } = useTranslation();
  return (
    <BenchPanel
      title={title}
      query={query}
      count={query.data?.total}
      empty={empty}
      all={all ? { to: all, label: t('common.all') } : undefined}
      isEmpty={(page) => page.items.length === 0}
      rowHeight={80}
    >
      {(page) => page.items.map((line) => <LineCard key={line.id} line={line} onOpen={onOpen} />)}
    </BenchPanel>
  );
}
