import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { signed } from '../../parts/format';
import { StateShape } from '../../parts/StateShape';
import { type ExceptionKind, useExceptions } from './api';
import { BenchPanel, BenchRow } from './BenchParts';
import { shapeOf } from './exceptionShapes';

/** What stands in the way and is mine to clear, or all of one kind; costliest first. */
export function MyExceptions({ kind }: { kind?: ExceptionKind }) {
  const { t } = useTranslation();
  const exceptions = useExceptions(kind, kind === undefined);
  return (
    <BenchPanel
      title={kind ? t(`exception.${kind}`) : t('bench.mineFirst')}
      query={exceptions}
      count={exceptions.data?.total}
      empty={t('line.noObstacle')}
      isEmpty={(page) => page.items.length === 0}
    >
      {(page) =>
        page.items.map((row) => (
          <BenchRow
            key={row.id}
            to={`/orders/${row.lineId}`}
            shape={<StateShape shape={shapeOf(row.kind)} size={15} label={t(`exception.${row.kind}`, row.kind)} />}
            title={row.title}
            note={
              row.lines.length > 1
                ? `${t('bench.endangers', { n: row.lines.length })} · ${row.customer} ${row.orderNumber}`
                : `${row.item} · ${row.customer}`
            }
            right={row.days > 0 ? <b className="red">{t('common.plusDays', { n: signed(row.days) })}</b> : null}
            action={
              <Link to={row.action.link ?? `/orders/${row.lineId}`}>
                <Button size="small">{row.action.label}</Button>
              </Link>
            }
          />
        ))
      }
    </BenchPanel>
  );
}
