// node check.mjs FOLDER: looks at the pictures in a folder as their readers do.
// *.svg: shown in a page, in which axe-core must find nothing. *.mmd: drawn by Mermaid, where every
// word must come out as it is in the SVG of the same name.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import puppeteer from 'puppeteer-core';

const require = createRequire(import.meta.url);
const script = (name) => fs.readFileSync(require.resolve(name), 'utf8');
const axe = script('axe-core/axe.min.js');
const mermaid = script('mermaid/dist/mermaid.min.js');

const folder = process.argv[2];
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
let wrong = 0;
const complain = (file, what) => {
  wrong += 1;
  console.error(`${file}: ${what}`);
};

async function open(file, body) {
  const page = await browser.newPage();
  page.on('dialog', (dialog) => {
    complain(file, 'ran a script of the text');
    dialog.dismiss();
  });
  await page.setContent(
    '<!DOCTYPE html><html lang="en"><head><title>Chart</title></head>' +
      `<body><main><h1>Chart</h1>${body}</main></body></html>`);
  return page;
}

async function checkSvg(file, svg) {
  const page = await open(file, svg.replace(/^<\?xml.*?\?>/, ''));
  await page.evaluate(axe);
  const found = await page.evaluate(async () => (await globalThis.axe.run()).violations.map(
    (each) => `${each.id}: ${each.nodes[0].html.slice(0, 120)}`));
  for (const each of found) complain(file, each);
  await page.close();
}

const letters = (text) => text.replace(/[\s\u200b]+/g, '');

async function checkMermaid(file, text, svg) {
  const page = await open(file, '');
  await page.evaluate(mermaid);
  const drawn = await page.evaluate(async (source) => {
    globalThis.mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });
    try {
      document.body.innerHTML = (await globalThis.mermaid.render('chart', source)).svg;
      return { text: document.body.textContent };
    } catch (error) {
      return { error: String(error) };
    }
  }, text);
  if (drawn.error) {
    complain(file, drawn.error.slice(0, 300));
  } else {
    // The first line of each card.
    const names = await page.evaluate((source) => {
      const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
      return [...parsed.querySelectorAll('g.card')].map(
        (card) => card.querySelector('text')?.textContent ?? '');
    }, svg);
    for (const name of names) {
      const first = letters(name);
      if (!letters(drawn.text).includes(first)) complain(file, `does not show ${first}`);
    }
  }
  await page.close();
}

let looked = 0;
for (const file of fs.readdirSync(folder).sort()) {
  const text = fs.readFileSync(path.join(folder, file), 'utf8');
  if (file.endsWith('.svg')) {
    await checkSvg(file, text);
  } else if (file.endsWith('.mmd')) {
    const svg = fs.readFileSync(path.join(folder, file.replace(/mmd$/, 'svg')), 'utf8');
    await checkMermaid(file, text, svg);
  } else {
    continue;
  }
  looked += 1;
}
await browser.close();
console.log(`${looked} pictures looked at, ${wrong} complaints`);
process.exit(wrong === 0 && looked > 0 ? 0 : 1);
