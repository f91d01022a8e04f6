// SPDX-License-Identifier: Apache-2.0
// Pages of catalogs, and Chromium to look at them. Files are made in the current folder, where playwright-core is too.
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {delimiter, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

const {chromium} = createRequire(resolve('package.json'))('playwright-core');

/** Chromium's headless shell, found through PATH; it opens a page in half the time that full Chromium needs. */
export function launch() {
  const paths = process.env.PATH.split(delimiter).map(folder => `${folder}/chromium-headless-shell`);
  const executablePath = paths.find(existsSync);
  return chromium.launch({executablePath});
}

/** Makes `name`.html of a catalog, and gives its address and the same rows as JSON. */
export function generate(tool, catalog, name, options = []) {
  for (const extension of ['html', 'json']) {
    execFileSync(tool, ['generate', catalog, '-o', `${name}.${extension}`, ...options]);
  }
  return {
    url: pathToFileURL(`${name}.html`).href,
    html: readFileSync(`${name}.html`, 'utf8'),
    catalog: JSON.parse(readFileSync(`${name}.json`, 'utf8')),
  };
}

/** Makes big.html with 10,000 rows, from the messages of `catalog`. */
export function generateBig(tool, catalog) {
  const words = catalog.errors.map(error => error.message.replaceAll(',', ''));
  const rows = Array.from({length: 10000}, (_, i) => {
    const text = words[i % words.length];
    return `BIG.${i + 1},error_${i + 1},400,${text},${text} (${i}),${words[(i * 7) % 53]}`;
  });
  writeFileSync('big.csv', `code,name,status,message,description,handling_measure\n${rows.join('\n')}\n`);
  return generate(tool, 'big.csv', 'big', ['--namespace', 'big', '--prefix', 'BIG', '--source', 'made up']);
}
