// SPDX-License-Identifier: Apache-2.0
// The page and ims-explain find the same codes in the same order. Usage: search.mjs ERRCAT IMS-EXPLAIN CATALOG QUESTIONS
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import test from 'node:test';

const [errcat, explain, catalog, questions] = process.argv.slice(2);
for (const extension of ['html', 'json']) execFileSync(errcat, ['generate', catalog, '-o', `search.${extension}`]);
const script = readFileSync('search.html', 'utf8').match(/<script>\n'use strict';\n(.*?)\nconst filter = /s)[1];
const {errors} = JSON.parse(readFileSync('search.json', 'utf8'));
const find = new Function(`'use strict';\n${script}\nreturn searchIndex;`)()(errors.map(error => ({
  code: error.code,
  name: error.name,
  status: `${error.status}${error.retired ? ' retired' : ''}`,
  message: error.message,
  description: error.description,
  handlingMeasure: error.handling_measure,
})));

/** Returns questions of people, of words of the messages with and without mistakes, and of nonsense. */
function makeQuestions() {
  const asked = readFileSync(questions, 'utf8').trim().split('\n').slice(1).map(line => line.split(',')[0]);
  const words = errors.flatMap(error => `${error.message} ${error.handling_measure} ${error.name}`.split(/[\s_]+/));
  let seed = 1;
  const random = below => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  const mistake = word => {
    const at = random(word.length + 1);
    return [word, word, word.slice(0, at), word.slice(0, at) + word.slice(at + 1), `${word.slice(0, at)}x${word.slice(at)}`,
            word.toUpperCase()][random(6)];
  };
  while (asked.length < 180) {
    asked.push(Array.from({length: 1 + random(4)}, () => mistake(words[random(words.length)])).join(' '));
  }
  const odd = ['the', 'x', '24', '400', 'IMG', 'IMG.0024', 'img.24', 'image_type_incorrect', 'ims::errc::IMG_0024', "can't", '',
               '\u955C\u50CF', '\u00E9t\u00E9', 'AccessDenied', 'not', '???', 'a b c', 'xyzzy image', 'AK/SK', 'openstack',
               'hw_firmware_type', 'z'.repeat(100), 'image '.repeat(50), 'asumetoken'];
  return [...asked, ...odd];
}

test('the page and ims-explain find the same codes in the same order', () => {
  const asked = makeQuestions();
  assert.ok(asked.length >= 200);
  let found = 0;
  for (const question of asked) {
    const {stdout, status} = spawnSync(explain, ['--search', question, '--json'], {encoding: 'utf8'});
    assert.ok(status === 0 || status === 1, question);
    const expected = JSON.parse(stdout).map(error => error.code).slice(0, 10);
    assert.deepEqual(find(question).rows.map(place => errors[place].code).slice(0, 10), expected, question);
    found += expected.length;
  }
  console.log(`${asked.length} questions, ${found} codes compared`);
  assert.ok(found > 800);
});
