import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { decideNextRead } from '../../utils/core/page/ways/next-read.ts';
import { newPageReads, type PageReads, withReadBegun, withReadEnded } from '../../utils/core/page/ways/page-reads.ts';
import { dayMs } from '../../utils/core/values/time.ts';
import { furnish } from '../pages/furniture/furnish.ts';
import { startWebsite } from '../sandbox/websites/website.ts';
import { findChromium } from '../tools/find-browser.ts';
import { bundleReader } from '../tools/pages/build-readers.ts';
import type { Task } from '../tools/pages/page-answers.ts';
import { pageCases } from '../tools/pages/page-cases.ts';
import { now, zone } from '../tools/pages/page-server.ts';
import { countBytesTo } from './bytes/wire-bytes.ts';

/*
 * What reading an account page costs: how long a page of 40 000 nodes keeps its tab busy, and how much data a page that
 * is read by itself takes a day.
 */

const maxReadMs = 200;
const runs = 15;

type Times = { readMs: number[]; textMs: number[]; nodes: number };
declare const timeReadings: (task: Task, runs: number) => Promise<Times>;

/** Prints what was measured; returns whether the page is read fast enough. */
export async function benchPage(): Promise<boolean> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const { readMs, textMs, nodes } = await timesOfLargePage(browser);
    const read = median(readMs);
    const ratio = read / median(textMs);
    console.log(`${nodes} nodes, read by the script on it: ${ratio.toFixed(1)} times as long as their innerText takes`);
    const { bytes, reads } = await dayOfReads(browser);
    console.log(`${bytes} bytes each time, sent and received, ${reads} times a day while the figure changes`);
    console.log(`page_read_day_kb=${((bytes * reads) / 1000).toFixed(1)} read_ms_40000=${read.toFixed(0)}`);
    return read < maxReadMs;
  } finally {
    await browser.close();
  }
}

async function timesOfLargePage(browser: Browser): Promise<Times> {
  const folder = path.resolve('test-results/page-timer');
  mkdirSync(folder, { recursive: true });
  await bundleReader('read-timer', folder);
  const [large] = pageCases('o2-de MB grouped base');
  if (!large) throw new Error('The page of the benchmark is gone');
  const page = await browser.newPage();
  // The hash needs a secure context, which a page without an address is none of.
  await page.route('http://127.0.0.1/', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: furnish(large, 'usage') }),
  );
  await page.goto('http://127.0.0.1/');
  await page.addScriptTag({ content: readFileSync(path.join(folder, 'read-timer.js'), 'utf8') });
  const { bytes, role, byteUnit } = large;
  const task: Task = { pick: { bytes: bytes ?? 0, role, byteUnit }, recipe: null, now, zone };
  const times = await page.evaluate(([one, count]) => timeReadings(one, count), [task, runs] as const);
  await page.close();
  return times;
}

/** The requests are a browser's own, counted on the wire. */
async function dayOfReads(browser: Browser): Promise<{ bytes: number; reads: number }> {
  const site = await startWebsite({ kind: 'rendered' });
  const wire = await countBytesTo(Number(new URL(site.url).port));
  const page = await browser.newPage();
  try {
    await page.goto(`http://127.0.0.1:${wire.port}/sign-in`);
    await page.getByTestId('user-name').fill('anna');
    await page.getByTestId('password').fill('sandbox');
    await page.getByTestId('sign-in').click();
    await page.waitForURL('**/account');
    const before = wire.bytes();
    const status = await page.evaluate(async () => {
      const headers = { accept: 'text/html' };
      const answer = await fetch('/account', {
        credentials: 'include',
        redirect: 'manual',
        cache: 'no-store',
        headers,
      });
      await answer.text();
      return answer.status;
    });
    if (status !== 200) throw new Error(`The account page answered ${status}`);
    const bytes = wire.bytes() - before;
    return { bytes, reads: readsInADay(bytes) };
  } finally {
    await page.close();
    wire.close();
    await site.close();
  }
}

/** By the rules of the schedule, at the pace it keeps while each reading brings another figure. */
function readsInADay(bytes: number): number {
  let reads: PageReads = newPageReads({ fetchBytes: bytes, tabBytes: null });
  let readAt: number | null = null;
  for (let count = 0, at = 0; ; count += 1) {
    const next = decideNextRead({
      ...{ reads, isKeptUpToDate: true, readAt, topUpAt: null },
      ...{ isNearlyEmpty: false, needsUserAction: false, isPressed: false, now: at },
    });
    if (next.at === null || next.at >= dayMs) return count;
    at = next.at;
    readAt = at;
    const outcome = { kind: 'changed' } as const;
    reads = withReadEnded(withReadBegun(reads, 'fetch', at), 'fetch', { bytes, outcome, now: at });
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
