import { Button, Checkbox, Popover } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/Icon';
import type { FieldView, TypeView } from './api';

interface ListColumns {
  fields: FieldView[];
  choice: ReactElement;
}

/** The fields of a list that this person wants to see; kept on the device, in the type's own order. */
export function useListColumns(type: TypeView): ListColumns {
  const { t } = useTranslation();
  const place = `throughline.columns.${type.name}`;
  const usual = () => {
    const listed = type.fields.filter((field) => field.list || field.custom).map((field) => field.name);
    return listed.length > 0 ? listed : type.fields.slice(0, 6).map((field) => field.name);
  };
  const [names, setNames] = useState<string[]>(() => localStorage.getItem(place)?.split(',') ?? usual());
  const choose = (next: string[]) => {
    localStorage.setItem(place, next.join(','));
    setNames(next);
  };
  const choice = (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <Checkbox.Group
          className="record-columns"
          value={names}
          options={type.fields.map((field) => ({ value: field.name, label: field.label }))}
          onChange={choose}
        />
      }
    >
      <Button icon={<Icon name="columns" />} aria-label={t('lines.columns')} className="wide-only" />
    </Popover>
  );
  return { fields: type.fields.filter((field) => names.includes(field.name)), choice };
}
