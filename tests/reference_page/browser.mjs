// SPDX-License-Identifier: Apache-2.0
// Pages of catalogs, and Chromium to look at them. Files are made in the current folder, where playwright-core is too.
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {delimiter, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

const {chromium} = createRequire(resolve('package.json'))('playwright-core');

/** Chromium, found through PATH. */
export function launch() {
  const executablePath = process.env.PATH.split(delimiter).map(folder => `${folder}/chromium`).find(existsSync);
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
