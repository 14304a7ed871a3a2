import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findChromium } from '../find-browser.ts';

/* `npm run icons`: renders the icon's PNG files from its SVG sources. At 16 px all edges lie on whole pixels. */

const folder = 'public/icon';
const sources = { 16: 'icon-small', 32: 'icon-small', 48: 'icon', 128: 'icon' };

const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
try {
  for (const [size, source] of Object.entries(sources)) {
    const page = await browser.newPage({ viewport: { width: Number(size), height: Number(size) } });
    const svg = readFileSync(`${folder}/${source}.svg`, 'utf8');
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`);
    writeFileSync(`${folder}/${size}.png`, await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
