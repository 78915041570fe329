// node action.mjs ROLECALL CHECKOUT FOLDER: the shell steps of action.yml are run in FOLDER as a
// runner runs them: with good and bad descriptions, and with inputs that want to be more than data.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { commandsIn } from './runner.mjs';

const [rolecall, checkout, folder] = process.argv.slice(2).map((each) => path.resolve(each));
const action = parse(fs.readFileSync(path.join(checkout, 'action.yml'), 'utf8'));
const repository = path.join(folder, 'a repository');
const temporary = path.join(folder, 'temporary files');

fs.rmSync(folder, { recursive: true, force: true });
for (const each of [repository, temporary]) fs.mkdirSync(each, { recursive: true });
const write = (name, text) => fs.writeFileSync(path.join(repository, name), text);
const git = (...words) => execFileSync('git', ['-C', repository, ...words], { stdio: 'pipe' });

/// `id=value` lines, as steps write them to GITHUB_OUTPUT.
const pairs = (text) => Object.fromEntries(text.split('\n').filter(Boolean)
  .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));

/// Runs the action. `status` is that of its last step.
function run(inputs) {
  const given = { ...Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default])), ...inputs };
  const outputs = {};
  const said = { output: '', summary: '', outputs };
  const value = (text) => String(text).replace(/\$\{\{ (.*?) \}\}/g, (_, name) => {
    const [kind, id, , key] = name.split('.');
    const found = kind === 'inputs' ? given[name.slice(7)] : outputs[id]?.[key];
    assert.notEqual(found, undefined, name);
    return found;
  });
  for (const step of action.runs.steps) {
    if (step.uses || (step.if?.startsWith("inputs.program == ''") && given.program !== '')) continue;
    assert.equal(step.shell, 'bash');
    assert.ok(!step.run.includes('${{'), 'an expression in a script');
    const file = (name) => {
      const out = path.join(folder, name);
      fs.writeFileSync(out, '');
      return out;
    };
    const [script, output, summary] = ['script', 'output', 'summary'].map(file);
    fs.writeFileSync(script, step.run);
    const ran = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
      cwd: repository,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'C.UTF-8', GITHUB_ACTIONS: 'true',
        GITHUB_ACTION_PATH: checkout, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary,
        GITHUB_WORKSPACE: repository, RUNNER_TEMP: temporary,
        ...Object.fromEntries(Object.entries(step.env ?? {}).map(([name, text]) => [name, value(text)])),
      },
    });
    said.status = ran.status;
    said.output += ran.stdout + ran.stderr;
    said.summary += fs.readFileSync(summary, 'utf8');
    if (step.id) outputs[step.id] = pairs(fs.readFileSync(output, 'utf8'));
    if (ran.status !== 0) break;
  }
  return said;
}

let runs = 0;
/// Runs it with a rolecall that is there, and expects a status and the names of annotations.
function expect(status, annotations, inputs) {
  runs += 1;
  const said = run({ program: rolecall, ...inputs });
  const note = `${JSON.stringify(inputs)}: ${said.output}`;
  assert.equal(said.status, status, note);
  assert.equal(said.outputs.judge.status, String(status), note);
  assert.equal(fs.existsSync(said.outputs.judge.sarif), status <= 1, note);
  assert.equal(said.summary.split('## rolecall\n').length - 1, status <= 1 ? 1 : 0, note);
  assert.deepEqual([...new Set(commandsIn(said.output).map((each) => each.name))], annotations, note);
  return said;
}

const good = '[company]\nname = "F"\ncomplete = false\n[[position]]\nid = "ceo"\ntitle = "CEO"\nholder = "Ada"\n';
const warned = `${good}[[waiver]]\ncheck = "duty-overlap"\nreason = "agreed"\n`;
const bad = `${good}reports_to = "ceo"\n`;
for (const name of ['good', 'warned', 'bad', 'org/one', 'org/two']) {
  fs.mkdirSync(path.dirname(path.join(repository, name)), { recursive: true });
  write(`${name}.toml`, { warned, bad }[name] ?? good);
}
git('init', '-q', '-b', 'main');
git('add', '.');
git('-c', 'user.name=rolecall', '-c', 'user.email=noreply@rolecall.invalid', 'commit', '-q', '-m', 'first');

expect(0, [], { files: 'good.toml' });
expect(0, [], { files: '\norg\ngood.toml\n\n' });
expect(1, ['error', 'warning'], {});
expect(1, ['error'], { files: 'bad.toml' });
expect(0, ['warning'], { files: 'warned.toml' });
expect(1, ['warning'], { files: 'warned.toml', 'fail-on': 'warning' });
expect(3, [], { files: 'no such folder' });
expect(2, [], { files: '\n' });
execFileSync(rolecall, ['check', '--isolated', '--write-baseline', 'baseline.json', '.'], { cwd: repository, stdio: 'pipe' });
expect(0, [], { baseline: 'baseline.json', 'fail-on': 'note' });
expect(0, [], { against: 'main', 'fail-on': 'note' });
write('later.toml', bad);
expect(1, ['error'], { baseline: 'baseline.json' });
expect(1, ['error'], { against: 'HEAD' });

// Whatever stands in an input is data. Each of these would leave a file, a command or another status.
const hostile = [
  '$(touch pwned)', '`touch pwned`', 'x; touch pwned', "'; touch pwned; '", '"; touch pwned; "', '--exit-zero', '-h',
  '-- --exit-zero', 'error --exit-zero', '*', '::error::x', '##[error]x', 'x\n::error::x', 'x\n::set-output name=status::0',
  '${GITHUB_OUTPUT}', '%0A::error::x', '\u001b[31m',
];
for (const text of hostile) {
  expect(2, [], { files: 'good.toml', 'fail-on': text });
  expect(3, [], { files: 'good.toml', baseline: text });
  expect(text.startsWith('-') ? 2 : 3, [], { files: 'good.toml', against: text });
  expect(3, [], { files: text });
  if (text.includes('\n')) continue;
  write(`${text.replaceAll('/', '_')}.toml`, bad);
  const said = expect(1, ['error'], { files: `${text.replaceAll('/', '_')}.toml` });
  assert.equal(commandsIn(said.output).length, 1);
}
write('words.toml', bad.replaceAll('"ceo"', '"::error::x ##[error]x %0A::error::x"'));
assert.equal(commandsIn(expect(1, ['error'], { files: 'words.toml' }).output).length, 1);
for (const each of [repository, temporary, folder]) assert.ok(!fs.existsSync(path.join(each, 'pwned')), 'an input was run');

// Without one it is built and kept.
const built = run({ files: 'good.toml' });
assert.equal(built.status, 0, built.output);
assert.match(built.outputs.source.digest, /^[0-9a-f]{64}$/);
assert.ok(fs.existsSync(path.join(temporary, 'rolecall/bin/rolecall')));
console.log(`action: ${runs + 1} runs end as they should`);
