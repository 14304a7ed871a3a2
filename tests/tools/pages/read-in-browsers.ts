import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { launch } from 'puppeteer-core';
import { findChromium, findFirefox } from '../find-browser.ts';
import { buildReaders } from './build-readers.ts';
import type { PageJob } from './page-jobs.ts';
import { type PageServer, type Readings, servePages } from './page-server.ts';

export async function readInChromium(jobs: readonly PageJob[]): Promise<Readings> {
  const folder = await buildReaders('chromium');
  const profile = mkdtempSync(path.join(tmpdir(), 'gigabar-pages-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    headless: true,
    args: [
      '--no-sandbox',
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      '--disable-gpu',
    ],
  });
  const page = await context.newPage();
  try {
    return await readAll(jobs, (url) => void page.goto(url).catch(() => {}));
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

export async function readInFirefox(jobs: readonly PageJob[]): Promise<Readings> {
  const folder = await buildReaders('firefox');
  const firefox = await launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    // Without it, extension pages cannot be opened.
    args: ['--remote-allow-system-access'],
  });
  try {
    await firefox.installExtension(folder);
    const page = await firefox.newPage();
    return await readAll(jobs, (url) => void page.goto(url).catch(() => {}));
  } finally {
    await firefox.close();
  }
}

/** First what is shown, where the numbers are pointed at; then the same pages by the parsing document. */
async function readAll(jobs: readonly PageJob[], open: (url: string) => void): Promise<Readings> {
  const server: PageServer = await servePages(jobs);
  try {
    open(`${server.origin}/`);
    await server.untilDone('live');
    const parser = server.readings.live[0]?.parserUrl ?? '';
    open(`${parser}#${encodeURIComponent(server.origin)}`);
    await server.untilDone('parsed');
    return server.readings;
  } finally {
    server.close();
  }
}
