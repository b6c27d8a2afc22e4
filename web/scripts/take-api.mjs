// node scripts/take-api.mjs ADDRESS [TOKEN] — takes the running server's description of its API into openapi.json.
// The paths of single record types are left out: the catalogue describes those while the pages run.
import { writeFileSync } from 'node:fs';

const [address, token] = process.argv.slice(2);
const answer = await fetch(`${address}/v3/api-docs`, { headers: token ? { Authorization: `Bearer ${token}` } : {} });
if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
const api = await answer.json();
delete api.servers;
for (const path of Object.keys(api.paths)) if (/^\/api\/records\/[a-z]/.test(path)) delete api.paths[path];

const schemas = api.components.schemas;
const used = new Set();
const look = (part) => {
  for (const [, name] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    if (!used.has(name)) {
      used.add(name);
      look(schemas[name]);
    }
  }
};
look(api.paths);
for (const name of Object.keys(schemas)) if (!used.has(name)) delete schemas[name];

const sorted = (part) =>
  Array.isArray(part)
    ? part.map(sorted)
    : part && typeof part === 'object'
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, value]) => [key, sorted(value)]))
      : part;
writeFileSync('openapi.json', `${JSON.stringify(sorted(api), null, 1)}\n`);
