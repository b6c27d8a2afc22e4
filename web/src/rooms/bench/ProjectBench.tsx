import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useLines } from '../lines/api';
import { useExceptions } from './api';
import { BenchFigures, BenchHead } from './BenchParts';
import { LineCards } from './LineCards';
import { MyExceptions } from './MyExceptions';

/** The project manager's day: milestones that slip, those in danger, and everything that stands in the way. */
export function ProjectBench() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const late = useLines({ state: 'LATE' }, 0);
  const risk = useLines({ state: 'RISK' }, 0);
  const obstacles = useExceptions(undefined, false);
  const open = (id: string) => navigate(`/orders/${id}`);
  return (
    <div className="bench">
      <BenchHead title={t('bench.project')}>
        <BenchFigures
          figures={[
            { label: t('bench.lateLines'), value: late.data?.total, to: '/orders?state=LATE', bad: true },
            { label: t('bench.riskLines'), value: risk.data?.total, to: '/orders?state=RISK' },
            { label: t('bench.inTheWay'), value: obstacles.data?.total, to: '/orders' },
          ]}
        />
      </BenchHead>
      <div className="bench-thirds">
        <LineCards title={t('bench.lateLines')} query={late} onOpen={open} empty={t('bench.noneLate')} />
        <LineCards title={t('bench.riskLines')} query={risk} onOpen={open} empty={t('bench.noneRisk')} />
        <MyExceptions />
      </div>
    </div>
  );
}
