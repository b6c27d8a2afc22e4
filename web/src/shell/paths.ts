/** Record types that have a page of their own instead of the general record page. */
const OWN_PAGES: Record<string, (id: string) => string> = {
  'sales-order-line': (id) => `/orders/${id}`,
};

/** Where a record opens. */
export function pathOf(record: { type: string; id: string; path?: string | null }): string {
  const own = OWN_PAGES[record.type];
  if (own) return own(record.id);
  if (record.path?.startsWith('/')) return record.path;
  return `/records/${record.type}/${record.id}`;
}
