/** A line while it is being typed; text as typed, so that nothing is rounded. */
export interface DraftLine {
  key: string;
  itemId?: string;
  item?: string;
  unit?: string;
  quantity: string;
  requestedDate: string;
  unitPrice: string;
  specification: string;
}

let counter = 0;

export function emptyLine(requestedDate = ''): DraftLine {
  counter += 1;
  return { key: `line-${counter}`, quantity: '', requestedDate, unitPrice: '', specification: '' };
}

export function isBlank(line: DraftLine): boolean {
  return !line.itemId && !line.item && !line.quantity;
}

/** `2026-12-18` out of what people type: 2026/12/18, 2026.12.18, 12-18, 12月18日. */
export function dateTyped(text: string, thisYear: number): string {
  const clean = text
    .trim()
    .replace(/[年月./]/g, '-')
    .replace(/[日号]/g, '');
  const full = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(clean);
  const short = /^(\d{1,2})-(\d{1,2})$/.exec(clean);
  const pad = (part: string | undefined) => (part ?? '').padStart(2, '0');
  if (full) return `${full[1]}-${pad(full[2])}-${pad(full[3])}`;
  if (short) return `${thisYear}-${pad(short[1])}-${pad(short[2])}`;
  return '';
}

/**
 * Rows copied from a spreadsheet: item code, quantity, date, price, specification. A head row (no number in the second
 * cell) is left out.
 */
export function pastedLines(text: string, thisYear: number): DraftLine[] {
  return text
    .split(/\r?\n/)
    .map((row) => row.split('\t').map((cell) => cell.trim()))
    .filter((cells) => (cells[0] ?? '') !== '' && cells.length > 1)
    .filter((cells) => /\d/.test(cells[1] ?? ''))
    .map(([item = '', quantity = '', date = '', price = '', specification = '']) => ({
      ...emptyLine(dateTyped(date, thisYear)),
      item,
      quantity: quantity.replace(/[, ]/g, ''),
      unitPrice: price.replace(/[,¥￥ ]/g, ''),
      specification,
    }));
}

/** What a line costs without and with tax, for the eye only: the server computes the exact figures. */
export function amounts(lines: DraftLine[], taxRate: number, includesTax: boolean): { net: number; gross: number } {
  const sum = lines.reduce((total, line) => total + Number(line.quantity || 0) * Number(line.unitPrice || 0), 0);
  return includesTax ? { net: sum / (1 + taxRate), gross: sum } : { net: sum, gross: sum * (1 + taxRate) };
}
