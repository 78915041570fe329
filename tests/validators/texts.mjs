// node texts.mjs ROLECALL FOLDER: texts that mean something in Markdown stand in a description, and
// what rolecall writes of it is rendered as GitHub does. Nothing of it is a link, markup or code.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

const [rolecall, folder] = process.argv.slice(2);
fs.rmSync(folder, { recursive: true, force: true });
fs.mkdirSync(folder, { recursive: true });

const texts = [
  'www.evil.example', 'WWW.evil.example', 'x www.a.b.example/c?d=e', 'http://evil.example',
  'HTTPS://evil.example/a', 'ftp://evil.example', 'a@evil.example', 'a.b+c@evil.example', 'mailto:a@evil.example',
  'xmpp:a@evil.example/b', '<http://evil.example>', '[x](http://evil.example)', '![x](http://evil.example/x)',
  '[x]: http://evil.example', '`', '``', '` x', 'O`Brien', '``` x', '*x*', '_x_', '__x__', '~x~', '~~x~~',
  '|', 'a|b', '\\|', '\\', '\\`', '<b>x</b>', '<script>x</script>', '<!-- x', '--> x', '<br>', '&lt;b&gt;',
  '&#96;x&#96;', '# x', '- x', '1. x', '> x', '[ ] x', '$x$', '$`x`$', '[^1]', ':tada:', '@ann', '@org/team', '#1',
  'a/b#1', 'GH-1', '!1', 'line\nbreak', '\n\n# x', 'a  \nb', '\u202ex', '\ufeffx',
];

/// All files' texts stand in ids, titles, names and references that lead nowhere.
const quoted = (text) => JSON.stringify(text).replaceAll('\u007f', '\\u007f');
const description = (text, more) => `[company]
name = ${quoted(text)}
as_of = 2026-06-01
scopes = [${quoted(text)}, "b"]
[[position]]
id = ${quoted(text)}
title = "CIO"
holder = ${quoted(`${text} ${more}`)}
reports_to = ${quoted(`${text} nobody`)}
accountable = ["@CIO", ${quoted(`${text} duty`)}]
[[position]]
id = ${quoted(`${text} two`)}
title = ${quoted(text)}
holder = ${quoted(text)}
unit = ${quoted(`${text}${more}`)}
accountable = ["@CIO"]
[[duty]]
id = ${quoted(`${text} own`)}
title = ${quoted(text)}
owner = "CIO"
[[waiver]]
check = ${quoted(text)}
on = ${quoted(text)}
`;

/// What GitHub makes of it, as HTML. An element of ours is no text of the user's.
const rendered = (markdown) => micromark(markdown, {
  extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true,
});
const ours = /<\/?(?:h2|h3|p|table|thead|tbody|tr|code|summary|details|br)>|<(?:th|td)(?: align="right")?>|<\/(?:th|td)>|<!-- -->/g;

function check(markdown, what) {
  const html = rendered(markdown);
  const left = html.replaceAll(ours, '');
  assert.ok(!/[<>]/.test(left), `${what}: ${left.match(/.{0,40}[<>].{0,60}/)}`);
  for (const row of html.match(/<tr>[^]*?<\/tr>/g) ?? []) {
    const codes = row.match(/<\/?code>/g) ?? [];
    codes.forEach((code, i) => assert.equal(code, i % 2 ? '</code>' : '<code>', `${what}: ${row}`));
  }
  // A row has the columns of its head, so that no sign of the user's ended a cell.
  for (const table of html.match(/<table>[^]*?<\/table>/g) ?? []) {
    const columns = table.match(/<th[ >]/g).length;
    for (const row of table.match(/<tr>(?:(?!<th)[^])*?<\/tr>/g) ?? []) {
      assert.equal(row.match(/<td[ >]/g).length, columns, `${what}: ${row}`);
    }
  }
  // Mentions and issues are made links when all is rendered, out of what stands together as text.
  for (const piece of html.replace(/<code>[^]*?<\/code>/g, '<code>').split(/<[^>]*>/)) {
    assert.ok(!/@\w|(?:^|\W)#\d|\/\w+#\d|GH-\d/i.test(piece), `${what}: ${piece}`);
  }
}

const run = (...args) => {
  const done = spawnSync(rolecall, args, { encoding: 'utf8' });
  assert.ok(done.status <= 1, `${args.join(' ')}: ${done.stderr}`);
  return done.stdout;
};
texts.forEach((text, i) => {
  const before = path.join(folder, `${i}-before.toml`);
  const after = path.join(folder, `${i}-after.toml`);
  fs.writeFileSync(before, description(text, 'x'));
  fs.writeFileSync(after, description(text, 'y').replace('[[waiver]]', '[[team]]\nid = "new"\n[[waiver]]'));
  check(run('check', '--output', 'markdown', before), `check of ${JSON.stringify(text)}`);
  check(run('diff', '--output', 'markdown', before, after), `diff of ${JSON.stringify(text)}`);
  for (const format of ['json', 'sarif', 'gitlab', 'rdjson']) {
    JSON.parse(run('check', '--output', format, before));
  }
  assert.equal(JSON.parse(run('advise', '--output', 'json', before)).company, text);
});

// GitHub's own program, where it is installed.
try {
  execFileSync('cmark-gfm', ['--version']);
} catch {
  console.log('validators: cmark-gfm is not installed; Markdown is not read by it');
  process.exit();
}
for (const file of fs.readdirSync(folder).filter((each) => each.endsWith('-before.toml'))) {
  const html = execFileSync('cmark-gfm', ['--unsafe', '-e', 'table', '-e', 'autolink', '-e', 'strikethrough'],
    { input: run('check', '--output', 'markdown', path.join(folder, file)), encoding: 'utf8' });
  assert.ok(!/<(?:a|img|del|em|strong|script|b|ul|ol|pre)[ >]/.test(html), `${file}: cmark-gfm: ${html.match(/.{0,60}<(?:a|img|del|em|strong)[ >].{0,60}/)}`);
}
