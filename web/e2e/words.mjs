// The texts of the pages, so that a test presses the button by what it is called, in both languages.
import { join } from 'node:path';
import { runnerImport } from 'vite';

const place = join(import.meta.dirname, '..', 'src', 'i18n', 'tables.ts');
const { module } = await runnerImport(place, { configFile: false, logLevel: 'error' });

/** `t('stock.receiveMany', { n: 3 })` in one language. */
export function wordsOf(language) {
  const index = language === 'zh' ? 0 : 1;
  return (key, values = {}) => {
    const [area, ...rest] = key.split('.');
    const pair = module.tables[area]?.[rest.join('.')];
    if (!pair) throw new Error(`There is no text ${key}.`);
    return pair[index].replace(/\{\{(\w+)\}\}/g, (_, name) => String(values[name]));
  };
}
