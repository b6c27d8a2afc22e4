// Files as customers send them: archives, spreadsheets with merged headers, tables in an old encoding.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** An archive of named contents, stored as they are. */
export function archive(entries) {
  const bodies = [];
  const directory = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const title = Buffer.from(name);
    const body = Buffer.from(content);
    const local = headerOf(LOCAL, 30, title, body);
    const central = headerOf(CENTRAL, 46, title, body);
    central.writeUInt32LE(offset, 42);
    bodies.push(local, title, body);
    directory.push(central, title);
    offset += local.length + title.length + body.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(directory.length / 2, 8);
  end.writeUInt16LE(directory.length / 2, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

function headerOf(sign, length, title, body) {
  const header = Buffer.alloc(length);
  const at = sign === LOCAL ? 4 : 6;
  header.writeUInt32LE(sign, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, at);
  header.writeUInt32LE(crc32(body), at + 10);
  header.writeUInt32LE(body.length, at + 14);
  header.writeUInt32LE(body.length, at + 18);
  header.writeUInt16LE(title.length, at + 22);
  return header;
}

/** Every table of a folder in one archive. */
export function archiveOf(folder) {
  const tables = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  const contents = Object.fromEntries(tables.map((name) => [name, readFileSync(join(folder, name))]));
  return { name: 'tables.zip', mimeType: 'application/zip', buffer: archive(contents) };
}

/** A sheet whose header stands in merged cells over two rows, as people like to draw them. */
export function mergedHeaders(rows) {
  const cell = (text, row, column) =>
    `<c r="${'ABCDEF'[column]}${row}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const body = rows
    .map((cells, row) => `<row r="${row + 1}">${cells.map((text, at) => (text ? cell(text, row + 1, at) : '')).join('')}</row>`)
    .join('');
  const space = 'http://schemas.openxmlformats.org';
  const buffer = archive({
    '[Content_Types].xml': `<Types xmlns="${space}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${space}/package/2006/relationships"><Relationship Id="r1" Type="${space}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${space}/spreadsheetml/2006/main" xmlns:r="${space}/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${space}/package/2006/relationships"><Relationship Id="r1" Type="${space}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${space}/spreadsheetml/2006/main"><sheetData>${body}</sheetData><mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="C1:D1"/></mergeCells></worksheet>`,
  });
  return { name: 'merged.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer };
}

/** 物料编码, 名称, 来源, 计量单位 and two items — GBK-1 六角螺栓, GBK-2 弹簧垫圈 — as old systems write them. */
export const oldEncoding = {
  name: 'gbk.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    'ceefc1cfb1e0c2eb2cc3fbb3c62cc0b4d4b42cbcc6c1bfb5a5cebb0d0a47424b2d312cc1f9bdc7c2ddcba82ccde2b9ba' +
      '2c4336320d0a47424b2d322cb5afbbc9b5e6c8a62ccde2b9ba2c4336320d0a',
    'hex',
  ),
};

/** Ten thousand items of which every hundredth is wrong: a unit that nobody knows. */
export function manyItems(prefix) {
  const rows = Array.from({ length: 10_000 }, (_, row) => {
    const unit = row % 100 === 99 ? 'NO-UNIT' : 'C62';
    return `${prefix}-${row},Item ${row},BUY,${unit}`;
  });
  const buffer = Buffer.from(`code,name,kind,unit\n${rows.join('\n')}\n`);
  return { name: 'many.csv', mimeType: 'text/csv', buffer };
}

/** A picture as a phone takes it, only smaller. */
export const picture = {
  name: 'scratch.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAANklEQVR42mO4qWs1Y9FmTMQwY9FmrHIMEApTjgHOQpNjQOYgyzGg' +
      'mQCXY8C0FiLHgNWtN3WtAArqddlTyhL0AAAAAElFTkSuQmCC',
    'base64',
  ),
};
