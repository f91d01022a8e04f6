// SPDX-License-Identifier: Apache-2.0
// What Firefox did wrong once: Back, focus, and 10,000 rows. Not in CI. Usage: run.sh firefox.mjs ERRCAT CATALOG, after
// `apt-get install firefox-esr` and, in the current folder, `npm install --no-save puppeteer-core@24`.
import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {resolve} from 'node:path';
import {generate, generateBig} from './browser.mjs';

const {default: puppeteer} = await import(createRequire(resolve('package.json')).resolve('puppeteer-core'));
const [tool, catalog] = process.argv.slice(2);
const img = generate(tool, catalog, 'img');
const big = generateBig(tool, img.catalog);
const browser = await puppeteer.launch({browser: 'firefox', executablePath: '/usr/bin/firefox-esr'});
const page = await browser.newPage();
await page.setViewport({width: 1280, height: 900});

await page.goto(img.url);
await page.type('[type=search]', 'quota');
await page.waitForFunction(() => location.search === '?q=quota');
assert.equal(await page.$eval('main h2', element => element.textContent), '3 errors with quota');
assert.ok(await page.$$eval('mark', marks => marks.length) >= 6);
await page.keyboard.press('Escape');
await page.waitForFunction(() => location.search === '');
await page.evaluate(() => history.back());
await page.waitForFunction(() => document.querySelector('[type=search]').value === 'quota');
assert.equal(await page.$$eval('article', rows => rows.length), 3);
await page.focus('[type=search]');
await page.keyboard.press('Enter');
await page.waitForFunction(() => document.activeElement.localName === 'article');
await page.keyboard.press('ArrowDown');
assert.equal(await page.evaluate(() => document.activeElement.localName), 'a');
console.log('Back, focus and marks: as in Chromium');

await page.goto(big.url);
for (const [what, selector, value] of [
  ['filter', 'search', 'image'], ['clear', 'search', ''], ['by measure', 'measure'], ['filter', 'search', 'image'],
  ['clear', 'search', ''], ['by code', 'code'],
]) {
  const time = await page.evaluate(async (name, text) => {
    const start = performance.now();
    if (name === 'search') {
      const input = document.querySelector('[type=search]');
      input.value = text;
      input.dispatchEvent(new Event('input'));
    } else {
      document.querySelector(`[name=by][value=${name}]`).click();
    }
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now() - start;
  }, selector, value);
  console.log(`10,000 rows, ${what}, to the next frame: ${time.toFixed(0)} ms`);
  if (what !== 'filter') assert.ok(time <= 1000, what);  // the first filter reads all rows
}
await browser.close();
