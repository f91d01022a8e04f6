// SPDX-License-Identifier: Apache-2.0
// The page shows what the explainer finds, in the same order. Usage: search.mjs ERRCAT IMS-EXPLAIN CATALOG QUESTIONS
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import test, {after} from 'node:test';
import {generate, launch} from './browser.mjs';

const [errcat, explain, catalog, questions] = process.argv.slice(2);
const hostile = fileURLToPath(new URL('hostile.yaml', import.meta.url));
const browser = await launch();
after(() => browser.close());

/** Returns questions of people, of words of the messages with and without mistakes, and of nonsense. */
function makeQuestions(errors) {
  const asked = readFileSync(questions, 'utf8').trim().split('\n').slice(1).map(line => line.split(',')[0]);
  const words = errors.flatMap(error => `${error.message} ${error.handling_measure} ${error.name}`.match(/[^\s_]+/g));
  let seed = 1;
  const random = below => Math.floor((seed = seed * 48271 % 2147483647) / 65536) % below;
  const mistake = word => {
    const at = random(word.length + 1);
    return [word, word, word.slice(0, at), word.slice(0, at) + word.slice(at + 1), `${word.slice(0, at)}x${word.slice(at)}`,
            word.toUpperCase()][random(6)];
  };
  while (asked.length < 180) {
    const question = Array.from({length: 1 + random(4)}, () => mistake(words[random(words.length)])).join(' ').trim();
    if (question !== '') asked.push(question);
  }
  const odd = ['the', 'x', '24', '400', 'IMG', 'IMG.0024', 'image_type_incorrect', 'ims::errc::IMG_0024', "can't",
               '\u955C\u50CF', '\u00E9t\u00E9', 'AccessDenied', 'not', '???', 'a b c', 'xyzzy image', 'AK/SK', 'openstack',
               'hw_firmware_type', 'z'.repeat(100), 'image '.repeat(50), 'asumetoken', '400 quota', 'HTTP 400 quota',
               'HTTP 400 image too large', 'status 400 image', 'retired'];
  return [...asked, ...odd];
}

/** Types each question and compares the codes that the page shows with those that `ask` prints. */
async function compare(url, asked, ask) {
  const page = await browser.newPage();
  await page.goto(url);
  let found = 0;
  const other = [];
  for (const question of asked) {
    const {stdout, status} = ask(question);
    assert.ok(status === 0 || status === 1, question);
    const expected = JSON.parse(stdout).map(error => error.code);
    await page.locator('[type=search]').fill(question);
    const shown = await page.locator('main h3').allTextContents();
    if (shown.join() !== expected.join()) other.push({question, shown: shown.join(' '), expected: expected.join(' ')});
    found += Math.min(expected.length, 10);
  }
  await page.close();
  console.log(`${asked.length - other.length} of ${asked.length} questions alike, ${found} of their first ten codes`);
  assert.deepEqual(other, []);
  return found;
}

test('the page shows what ims-explain --search finds', async () => {
  const {url, catalog: {errors}} = generate(errcat, catalog, 'search');
  const asked = makeQuestions(errors);
  assert.ok(asked.length >= 200);
  const search = question => spawnSync(explain, ['--search', question, '--json'], {encoding: 'utf8'});
  assert.ok(await compare(url, asked, search) > 1000);
});

test('the page reads codes as ims-explain does without --search', async () => {
  const {url} = generate(errcat, catalog, 'search');
  const codes = ['img.24', 'IMG-0024', 'IMG:144', 'img_0024', 'ims::errc::image_type_incorrect'];
  assert.equal(await compare(url, codes, code => spawnSync(explain, ['--json', code], {encoding: 'utf8'})), codes.length);
});

test('the page of a catalog with several statuses shows what errcat explain --search finds', async () => {
  const {url} = generate(errcat, hostile, 'search_hostile');
  const asked = ['418', '400', '500 gone', 'http', 'http 400 list', 'retired', 'retired list', 'list', 'code control', 'one',
                 'none documented', 'contact support', 'reversed lines', 'script', 'AccessDenied', '403 script', 'only items'];
  const search = question => spawnSync(errcat, ['explain', '-c', hostile, '--search', question, '--json'], {encoding: 'utf8'});
  assert.ok(await compare(url, asked, search) > 30);
});
