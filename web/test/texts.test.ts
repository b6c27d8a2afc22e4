import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tables } from '../src/i18n/tables';

const all = Object.entries(tables).flatMap(([area, pairs]) =>
  Object.entries(pairs).map(([key, pair]) => ({ key: `${area}.${key}`, chinese: pair[0], english: pair[1] })),
);

const variables = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((hit) => hit[1]).sort();

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

test('every text exists in Chinese and in English with the same values in it', () => {
  const wrong = all.filter(({ chinese, english }) => variables(chinese).join() !== variables(english).join());
  expect(wrong).toEqual([]);
});

test('a Chinese text is there wherever an English one is', () => {
  expect(all.filter(({ chinese, english }) => !chinese.trim() && english.trim())).toEqual([]);
});

test('every text that a page asks for by name exists', () => {
  const known = new Set(all.map(({ key }) => key));
  const asked = sources('src').flatMap((source) =>
    [...source.matchAll(/\bt\(\s*'([a-zA-Z]+\.[\w.-]+)'/g)].map((hit) => hit[1] ?? ''),
  );
  expect([...new Set(asked)].filter((key) => !known.has(key))).toEqual([]);
});

test('every family of texts that a page builds a name for exists', () => {
  const areas = new Set(Object.keys(tables));
  const asked = sources('src').flatMap((source) =>
    [...source.matchAll(/\bt\(\s*`([a-zA-Z]+)\./g)].map((hit) => hit[1] ?? ''),
  );
  expect([...new Set(asked)].filter((area) => !areas.has(area))).toEqual([]);
});
