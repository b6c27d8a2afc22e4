import { useSyncExternalStore } from 'react';
import type { Appearance } from '../theme/theme';

const STORED = 'throughline.appearance';
const watchers = new Set<() => void>();

function read(): Appearance {
  const stored = localStorage.getItem(STORED);
  if (stored === 'light' || stored === 'dark') return stored;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

let current: Appearance = read();

function apply(next: Appearance) {
  current = next;
  document.documentElement.dataset.theme = next;
  for (const watcher of watchers) watcher();
}

apply(current);

function subscribe(watcher: () => void) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Light or dark: what the person chose, else what the device prefers. */
export function useAppearance() {
  const appearance = useSyncExternalStore(subscribe, () => current);
  const switchAppearance = () => {
    const next = current === 'dark' ? 'light' : 'dark';
    localStorage.setItem(STORED, next);
    apply(next);
  };
  return { appearance, switchAppearance };
}
