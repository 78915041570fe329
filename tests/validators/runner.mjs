// What a GitHub runner takes from the output of a step. It looks at every line on both outputs: a
// command begins with `::`, after blanks, or stands behind `##[` anywhere.

const names = new Set([
  'add-mask', 'add-matcher', 'add-path', 'debug', 'echo', 'endgroup', 'error', 'group', 'notice',
  'remove-matcher', 'save-state', 'set-env', 'set-output', 'stop-commands', 'warning',
]);

/// `%` comes last, so that an escaped escape stays one.
const unescaped = (text, tokens) =>
  tokens.reduce((all, [from, to]) => all.replaceAll(from, to), text).replaceAll('%25', '%');
const data = [['%0D', '\r'], ['%0A', '\n']];
const property = [...data, ['%3A', ':'], ['%2C', ',']];

const named = (info) => {
  const [name] = info.split(' ', 1);
  return names.has(name) ? name : null;
};

/// The command in a line, or null.
export function commandIn(line) {
  const text = line.trimStart();
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1;
  const name = end < 0 ? null : named(text.slice(2, end));
  if (name !== null) {
    const properties = {};
    for (const each of text.slice(2 + name.length, end).trim().split(',')) {
      const at = each.indexOf('=');
      if (at > 0 && at + 1 < each.length) properties[each.slice(0, at)] = unescaped(each.slice(at + 1), property);
    }
    return { name, properties, message: unescaped(text.slice(end + 2), data) };
  }
  const old = line.indexOf('##[');
  const close = line.indexOf(']', old);
  const oldName = old < 0 || close < 0 ? null : named(line.slice(old + 3, close));
  return oldName === null ? null : { name: oldName, properties: {}, message: '', old: true };
}

/// All commands of an output.
export const commandsIn = (output) => output.split('\n').map(commandIn).filter((each) => each !== null);
