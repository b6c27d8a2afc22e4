import { Button, Checkbox, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/Icon';

/** The columns one may hide; number, stage and dates always stay. */
export const CHOICES = ['customer', 'item', 'quantity', 'requested', 'reason', 'owner', 'next'] as const;
export type Column = (typeof CHOICES)[number];

const STORED = 'throughline.line-columns';
const USUAL: Column[] = ['customer', 'item', 'quantity', 'reason', 'owner', 'next'];

function read(): Column[] {
  const stored = localStorage.getItem(STORED);
  return stored === null ? USUAL : CHOICES.filter((column) => stored.split(',').includes(column));
}

export interface Columns {
  shown: readonly Column[];
  choose: (columns: Column[]) => void;
}

/** Which columns this person wants to see; kept on the device. */
export function useColumns(): Columns {
  const [shown, setShown] = useState<Column[]>(read);
  const choose = (columns: Column[]) => {
    localStorage.setItem(STORED, columns.join(','));
    setShown(columns);
  };
  return { shown, choose };
}

export function ColumnChoice({ columns }: { columns: Columns }) {
  const { t } = useTranslation();
  const choice = (
    <Checkbox.Group
      className="column-choice"
      value={[...columns.shown]}
      options={CHOICES.map((value) => ({ value, label: t(`lineColumn.${value}`) }))}
      onChange={(values) => columns.choose(CHOICES.filter((column) => values.includes(column)))}
    />
  );
  return (
    <Popover content={choice} trigger="click" placement="bottomRight">
      <Button icon={<Icon name="columns" />} aria-label={t('lines.columns')} className="wide-only" />
    </Popover>
  );
}
