/** Texts as pairs, so that a key cannot exist in one language only: `key: [Chinese, English]`. */
export type Pairs = Record<string, readonly [string, string]>;

/** One language of a table of pairs. */
export function languageOf(tables: Record<string, Pairs>, index: 0 | 1): Record<string, Record<string, string>> {
  const result: Record<string, Record<string, string>> = {};
  for (const [area, pairs] of Object.entries(tables)) {
    const texts: Record<string, string> = {};
    for (const [key, pair] of Object.entries(pairs)) texts[key] = pair[index];
    result[area] = texts;
  }
  return result;
}
