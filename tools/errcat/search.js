// SPDX-License-Identifier: Apache-2.0
// The search of the reference page. tools/support/search.hpp describes the rule; a test compares both.
const littleWords = new Set(@little_words@.split(' '));
const isLowerWord = word => /^[a-z]+$/.test(word);
// Runs of letters, digits and apostrophes, and CJK characters.
const runs = /[0-9A-Za-z'\u00C0-\u1FFF\u2019\u2070-\u2E7F]+|[\u2E80-\u2FFF\u3040-\uFDFF\u{10000}-\u{10FFFF}]/gu;

const partsOf = run => run.split(/(?<=[a-z])(?=[A-Z])/);

function wordsOf(text, withParts) {
  const words = [];
  for (const found of text.match(runs) ?? []) {
    let run = found.replace(/['\u2019]/g, '');
    if (run.length > 64) run = Array.from(run).slice(0, 64).join('');
    const parts = partsOf(run).map(part => part.replace(/[A-Z]+/g, letters => letters.toLowerCase()));
    if (withParts && run !== '') words.push(...parts);
    if (run !== '' && (!withParts || parts.length > 1)) words.push(parts.join(''));
  }
  return words;
}

function stemOf(word) {
  if (word.length < 4 || !isLowerWord(word)) return word;
  const remove = ending => {
    const left = word.slice(0, -ending.length);
    if (word.endsWith(ending) && left.length >= 3 && /[aeiouy]/.test(left)) word = left;
  };
  if (!/(ss|us|is)$/.test(word)) remove('s');
  ['ations', 'ation', 'ating', 'ated', 'ate', 'ings', 'ing', 'ed', 'ions', 'ion', 'able', 'ible', 'ments', 'ment', 'ly'].forEach(remove);
  if (word.length > 3 && word.endsWith('e')) word = word.slice(0, -1);
  if (word.length > 3 && word.endsWith('i')) word = word.slice(0, -1) + 'y';
  if (word.length > 3 && word.at(-1) === word.at(-2)) word = word.slice(0, -1);
  return word;
}

function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  const rows = [Array.from({length: b.length + 1}, (_, i) => i), [], []];
  for (let i = 1; i <= a.length; ++i) {
    const row = rows[i % 3];
    const above = rows[(i + 2) % 3];
    row[0] = i;
    let least = i;
    for (let k = 1; k <= b.length; ++k) {
      row[k] = Math.min(above[k - 1] + (a[i - 1] === b[k - 1] ? 0 : 1), above[k] + 1, row[k - 1] + 1);
      if (i > 1 && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1]) row[k] = Math.min(row[k], rows[(i + 1) % 3][k - 2] + 1);
      least = Math.min(least, row[k]);
    }
    if (least > most) return most + 1;
  }
  return Math.min(rows[a.length % 3][b.length], most + 1);
}

const identity = text => text.slice(text.lastIndexOf('::') + 1).replace(/[^0-9A-Za-z]/g, '').toLowerCase();

// `rows` have the strings code, name, status, message, description and handlingMeasure. Returns a function that returns
// for a question {rows: places, the best first; whole: how many of them have all words; stems: of the words of rows
// that matched}.
function searchIndex(rows) {
  const stems = new Map();  // to Maps from row to weight
  const words = new Map();  // to stems
  const identities = new Map();  // to rows
  const add = (row, text, weight) => {
    for (const word of wordsOf(text, true)) {
      if (!words.has(word)) words.set(word, stemOf(word));
      const stem = words.get(word);
      if (!stems.has(stem)) stems.set(stem, new Map());
      const weights = stems.get(stem);
      weights.set(row, Math.max(weights.get(row) ?? 0, weight));
    }
  };
  rows.forEach((row, place) => {
    for (const text of [row.code, row.name, row.message]) add(place, text, 4);
    add(place, row.description, 2);
    for (const text of [row.handlingMeasure, row.status]) add(place, text, 1);
    for (const key of new Set([identity(row.code), identity(row.name)])) identities.set(key, [...identities.get(key) ?? [], place]);
  });

  const match = word => {
    const stem = stemOf(word);
    if (stems.has(stem)) return [stems.get(stem), 4, [stem]];
    let found = new Set();
    for (const [known, knownStem] of words) {
      if (known.length > word.length && known.startsWith(word)) found.add(knownStem);
    }
    let closeness = 3;
    if (found.size === 0 && word.length >= 4 && isLowerWord(word)) {
      closeness = 2;
      let most = word.length >= 8 ? 2 : 1;
      for (const [known, knownStem] of words) {
        if (!isLowerWord(known)) continue;
        const changes = Math.min(distance(word, known, most), distance(stem, knownStem, most));
        if (changes > most) continue;
        if (changes < most) found = new Set();
        most = changes;
        found.add(knownStem);
      }
    }
    const weights = new Map();
    for (const each of found) {
      for (const [row, weight] of stems.get(each)) weights.set(row, Math.max(weights.get(row) ?? 0, weight));
    }
    return [weights, closeness, found];
  };

  const rarity = count => {
    let rarity = 1;
    for (; count < rows.length; count += Math.floor(count / 4) + 1) ++rarity;
    return rarity;
  };

  return question => {
    const same = identities.get(identity(question));
    if (same && identity(question) !== '') return {rows: same, whole: same.length, stems: new Set()};
    let asked = wordsOf(question, false).filter(word => word.length !== 1 || word >= '\x80');
    if (!asked.every(word => littleWords.has(word))) asked = asked.filter(word => !littleWords.has(word));
    asked = Array.from(new Set(asked)).slice(0, 32);
    const counts = new Uint32Array(rows.length);
    const sums = new Uint32Array(rows.length);
    const matched = new Set();
    for (const word of asked) {
      const [weights, closeness, found] = match(word);
      found.forEach(each => matched.add(each));
      const rare = rarity(weights.size) * closeness;
      for (const [row, weight] of weights) {
        counts[row] += 1;
        sums[row] += rare * weight;
      }
    }
    // One number for count, sum and place sorts several times faster than a function that compares them.
    const unit = 2 ** 20;
    const keys = new Float64Array(rows.length);
    let size = 0;
    let whole = 0;
    for (let place = 0; place !== rows.length; ++place) {
      if (counts[place] === 0) continue;
      keys[size++] = (counts[place] * unit + sums[place]) * unit + (unit - 1 - place);
      if (counts[place] === asked.length) ++whole;
    }
    const found = Array.from(keys.subarray(0, size).sort().reverse().subarray(0, Math.max(whole, 5)));
    return {rows: found.map(key => unit - 1 - key % unit), whole, stems: matched};
  };
}
