// node formats.mjs NAME...: of each name the reports NAME.github, NAME.gitlab.json and NAME.xml are
// read as their readers do, and say what NAME.json says. NAME.others holds what else a job printed.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as core from '@actions/core';
import { parse } from 'junit2json';
import { commandIn, commandsIn } from './runner.mjs';

const read = (file) => fs.readFileSync(file, 'utf8');

const escaped = (c) => `\\u{${c.codePointAt(0).toString(16)}}`;
/// As text is shown where it could move the cursor or hide something.
const visible = (text) => text.replaceAll('\t', '    ')
  .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu, escaped);
/// And where it could be taken for a command of a build.
const shown = (text) => visible(text).replace(/(?<=##[a-z]{0,16})\[/gi, escaped);

/// What the toolkit of actions writes for an annotation.
const toolkit = { error: core.error, warning: core.warning, notice: core.notice };
function written({ name, properties, message }) {
  let out = '';
  const { write } = process.stdout;
  process.stdout.write = (text) => { out += text; return true; };
  try {
    toolkit[name](message, {
      title: properties.title, file: properties.file, startLine: properties.line,
      endLine: properties.endLine, startColumn: properties.col, endColumn: properties.endColumn,
    });
  } finally {
    process.stdout.write = write;
  }
  return out.replace(os.EOL, '');
}

/// A command with its properties in the order of their names.
const sorted = (line) => {
  const [head, properties, ...message] = line.replace(/^::(\w+) /, '$1::').split('::');
  return [head, ...properties.split(',').sort(), ...message].join('::');
};

function annotations(name, findings) {
  const lines = read(`${name}.github`).split('\n').slice(0, -1);
  const taken = lines.map(commandIn);
  lines.forEach((line, i) => {
    assert.ok(taken[i] && !taken[i].old, `no command: ${line}`);
    assert.equal(sorted(line), sorted(written(taken[i])));
  });
  // Annotations tell what has one cause together, at the place of the first of the findings.
  const kinds = { error: 'error', warning: 'warning', note: 'notice' };
  const places = new Set(findings.map((each) => {
    const line = each.line === each.end_line;
    return JSON.stringify({
      name: kinds[each.severity],
      properties: {
        title: `rolecall: ${each.check}`,
        file: shown(each.file),
        line: String(each.line),
        ...(line ? { col: String(each.column) } : {}),
        ...(line && each.end_column > each.column ? { endColumn: String(each.end_column - 1) } : {}),
        endLine: String(each.end_line),
      },
    });
  }));
  if (taken.length > 0 && /^\d+ more finding/.test(taken.at(-1).message)) taken.pop();
  assert.equal(taken.length > 0, findings.length > 0);
  for (const { name: kind, properties, message } of taken) {
    assert.ok(places.has(JSON.stringify({ name: kind, properties })), message);
  }
  for (const kind of Object.values(kinds)) {
    assert.ok(taken.filter((each) => each.name === kind).length <= 10);
  }
  assert.deepEqual(commandsIn(read(`${name}.others`)), []);
}

/// GitLab stops at the first entry that lacks something, and shows one of each fingerprint.
function codeQuality(name, findings) {
  const text = read(`${name}.gitlab.json`);
  const entries = JSON.parse(text);
  assert.deepEqual(
    entries.map((each) => [each.check_name, each.description, each.location.path, each.location.lines.begin]),
    findings.map((each) => [each.check, `${each.check}: ${each.message}`, each.file, each.line]));
  assert.equal(new Set(entries.map((each) => each.fingerprint)).size, entries.length);
  return `import type { Issue } from 'codeclimate-types';
type Entry = Required<Pick<Issue, 'description' | 'check_name' | 'fingerprint' | 'severity' | 'location'>>;
export const report: Entry[] = ${text};
`;
}

async function junit(name, { findings }) {
  const { testsuite: suites, tests, failures } = await parse(read(`${name}.xml`));
  const cases = suites.flatMap((each) => each.testcase);
  assert.equal(tests, cases.length);
  const failed = cases.filter((each) => each.failure);
  assert.equal(failures, failed.length);
  assert.deepEqual(
    failed.map((each) => [each.failure[0].type, each.failure[0].message]),
    findings.filter((each) => each.severity === 'error' && !each.waived).map((each) => [each.check, visible(each.message)]));
  for (const suite of suites) {
    assert.equal(suite.tests, suite.testcase.length);
    assert.equal(suite.skipped, suite.testcase.filter((each) => each.skipped).length);
    assert.equal(new Set(suite.testcase.map((each) => each.name)).size, suite.tests);
  }
}

for (const name of process.argv.slice(2)) {
  const report = JSON.parse(read(`${name}.json`));
  const open = report.findings.filter((each) => !each.waived);
  try {
    annotations(name, open);
    fs.writeFileSync(`${name}.gitlab.ts`, codeQuality(name, open));
    await junit(name, report);
  } catch (error) {
    error.message = `${name}: ${error.message}`;
    throw error;
  }
}
execFileSync(path.join(import.meta.dirname, 'node_modules/.bin/tsc'),
  ['--noEmit', '--strict', '--module', 'nodenext', ...process.argv.slice(2).map((name) => `${name}.gitlab.ts`)],
  { stdio: 'inherit' });
