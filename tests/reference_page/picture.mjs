// SPDX-License-Identifier: Apache-2.0
// The page as a picture. Usage: picture.mjs ERRCAT CATALOG FILE.png
import {generate, launch} from './browser.mjs';

const [tool, catalog, file] = process.argv.slice(2);
const browser = await launch();
const page = await browser.newPage({viewport: {width: 1280, height: 720}});
await page.goto(`${generate(tool, catalog, 'picture').url}?q=request%20incorrect#IMG.0024`);
await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
await page.evaluate(() => scrollTo(0, 0));
await page.screenshot({path: file});
await browser.close();
