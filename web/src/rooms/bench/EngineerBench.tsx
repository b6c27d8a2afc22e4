import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useLines } from '../lines/api';
import { useExceptions } from './api';
import { BenchFigures, BenchHead } from './BenchParts';
import { LineCards } from './LineCards';
import { MyExceptions } from './MyExceptions';

/** The engineer's day: what waits for a bill or a drawing, what waits for an answer, what is mine to clear. */
export function EngineerBench() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const engineering = useLines({ stage: 'ENGINEERED' }, 0);
  const review = useLines({ stage: 'REVIEWED' }, 0);
  const mine = useExceptions(undefined, true);
  const open = (id: string) => navigate(`/orders/${id}`);
  return (
    <div className="bench">
      <BenchHead title={t('bench.engineer')}>
        <BenchFigures
          figures={[
            { label: t('bench.inEngineering'), value: engineering.data?.total, to: '/orders?stage=ENGINEERED' },
            { label: t('bench.inReview'), value: review.data?.total, to: '/orders?stage=REVIEWED' },
            { label: t('bench.mineFirst'), value: mine.data?.total, to: '/orders?mine=true', bad: true },
          ]}
        />
        <Link to="/records/bom">
          <Button type="primary">{t('bench.bills')}</Button>
        </Link>
      </BenchHead>
      <div className="bench-thirds">
        <LineCards
          title={t('bench.inEngineering')}
          query={engineering}
          onOpen={open}
          empty={t('bench.noneEngineering')}
        />
        <LineCards title={t('bench.inReview')} query={review} onOpen={open} empty={t('bench.noneInReview')} />
        <MyExceptions />
      </div>
    </div>
  );
}
