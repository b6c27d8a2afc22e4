import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Schema } from '../api/calls';
import { api } from '../api/client';
import { useSession } from '../api/session';
import { Icon, type IconName } from '../parts/Icon';
import { pathOf } from './paths';
import { hasRole, sectionsFor } from './sections';
import './Palette.css';

type Hit = Schema<'SearchHit'>;

interface Entry {
  key: string;
  icon: IconName;
  title: string;
  name?: string;
  subtitle?: string;
  path: string;
}

/** Orders come before master data, and papers about orders last. */
function rank(hit: Hit): number {
  if (hit.type.startsWith('sales-order')) return 0;
  return hit.type === 'approval' ? 2 : 1;
}

/** Ctrl-K: finds records and commands, by name, number or pinyin. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const asked = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => api.get('/api/search', { query: { q: asked }, signal }),
    enabled: asked.length > 0,
    placeholderData: (before) => before,
  });
  const commands = useCommands(asked);
  const hits = (asked ? (found.data ?? []) : []).toSorted((one, other) => rank(one) - rank(other));
  const records: Entry[] = hits.map((hit) => ({
    key: `${hit.type}/${hit.id}`,
    icon: hit.type === 'sales-order' || hit.type === 'sales-order-line' ? 'line' : 'file',
    title: hit.title,
    name: hit.subtitle ?? undefined,
    subtitle: hit.typeLabel,
    path: pathOf(hit),
  }));
  const entries = [...records, ...commands];

  const open = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    navigate(entry.path);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    if (event.key === 'ArrowDown') setChosen((at) => Math.min(at + 1, entries.length - 1));
    if (event.key === 'ArrowUp') setChosen((at) => Math.max(at - 1, 0));
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) open(entries[chosen]);
    if (event.key.startsWith('Arrow')) event.preventDefault();
  };

  return (
    <div className="palette-ground" onMouseDown={(event) => event.target === event.currentTarget && onClose()}>
      <div className="palette" role="dialog" aria-label={t('shell.search')} onKeyDown={press}>
        <div className="palette-input">
          <Icon name="search" size={18} />
          <input
            // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
            autoFocus
            value={text}
            placeholder={t('shell.search')}
            aria-label={t('shell.search')}
            onChange={(event) => [setText(event.target.value), setChosen(0)]}
          />
          <kbd>Esc</kbd>
        </div>
        <div className="palette-list">
          {entries.map((entry, index) => (
            <button
              key={entry.key}
              type="button"
              className={index === chosen ? 'palette-entry palette-chosen' : 'palette-entry'}
              onMouseMove={() => setChosen(index)}
              onClick={() => open(entry)}
            >
              <Icon name={entry.icon} />
              <span className="ellipsis">
                {entry.title} {entry.name ? <span className="muted">{entry.name}</span> : null}
              </span>
              <span className="muted small ellipsis palette-kind">{entry.subtitle}</span>
            </button>
          ))}
          {entries.length === 0 && !found.isFetching ? <p className="palette-none">{t('shell.nothingFound')}</p> : null}
        </div>
      </div>
    </div>
  );
}

function useCommands(asked: string): Entry[] {
  const { t } = useTranslation();
  const { roles } = useSession();
  const pages = sectionsFor(roles).flatMap((section) => [
    { key: section.key, icon: section.icon, title: t(`section.${section.key}`), path: section.path },
    ...section.pages.map((page) => ({
      key: page.key,
      icon: section.icon,
      title: t(`page.${page.key}`),
      path: page.path,
    })),
  ]);
  const verbs: Entry[] = [{ key: 'approvals', icon: 'shield', title: t('shell.approvals'), path: '/approvals' }];
  if (hasRole(roles, 'sales', 'administrator')) {
    verbs.unshift({ key: 'new-order', icon: 'plus', title: t('lines.newOrder'), path: '/orders/new' });
  }
  const seen = new Set<string>();
  return [...verbs, ...pages]
    .filter((entry) => !seen.has(entry.path) && seen.add(entry.path))
    .filter((entry) => entry.title.toLowerCase().includes(asked.toLowerCase()))
    .map((entry) => ({ ...entry, key: `command/${entry.key}`, subtitle: t('shell.command') }));
}
