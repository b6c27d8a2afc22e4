import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { tables } from '../src/i18n/tables';
import { languageOf } from '../src/i18n/texts';
import { dayOf, plainText, productName } from '../src/parts/format';

beforeAll(() => i18next.init({ lng: 'zh', resources: { zh: { translation: languageOf(tables, 0) } } }));

test('a text that was kept without a language names its units and writes its days as the plant does', () => {
  const year = new Date().getFullYear();
  expect(plainText('SO-20261016-001/3: 14 C62 → 7 C62')).toBe('SO-20261016-001/3: 14 件 → 7 件');
  expect(plainText(`${year}-12-08 → ${year}-12-13 · 客户现场土建推迟`)).toMatch(/^(\d{4}-)?12-08 → (\d{4}-)?12-13 · /);
  expect(plainText('3 XYZ')).toBe('3 XYZ');
});

test('a name does not repeat the number that stands beside it', () => {
  expect(productName('折弯支架 ZJ-110', 'ZJ-110-00')).toBe('折弯支架');
  expect(productName('左侧板', 'DK-800-03')).toBe('左侧板');
});

test('a night report belongs to the day of the plant, not to that of London', () => {
  expect(dayOf('2026-11-22T16:30:00Z')).toBe('2026-11-23');
});
