// node reports.mjs SCHEMAS REPORT...: every schema is sound, and every report fits the schema of
// reports. Reports of later versions may have further keys; ours may not have any that the schema
// does not name.
import fs from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

const [schemas, ...reports] = process.argv.slice(2);
const closed = (value) => {
  if (Array.isArray(value)) return value.map(closed);
  if (value === null || typeof value !== 'object') return value;
  const out = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, closed(inner)]));
  if (out.type === 'object' && out.properties) out.additionalProperties ??= false;
  return out;
};

const ajv = new Ajv({ strict: true, strictRequired: false, allErrors: true });
addFormats(ajv);
const known = {};
for (const file of fs.readdirSync(schemas).sort()) {
  known[path.parse(file).name] =
    ajv.compile(closed(JSON.parse(fs.readFileSync(path.join(schemas, file), 'utf8'))));
}
let wrong = 0;
for (const file of reports) {
  if (known.report(JSON.parse(fs.readFileSync(file, 'utf8')))) continue;
  wrong += 1;
  console.error(file, known.report.errors.slice(0, 5));
}
console.log(`ajv: ${Object.keys(known).length} schemas, ${reports.length} reports, ${wrong} wrong`);
process.exitCode = wrong === 0 ? 0 : 1;
