import { type Gigabar, openGigabar } from '../../e2e/support/gigabar.ts';
import { phones, signIn } from '../../e2e/support/user.ts';
import { startSeller } from '../../sandbox/seller.ts';
import type { Seller } from '../../sandbox/types.ts';
import { longestTaskMs, watchLongTasks } from './long-tasks.ts';
import { callsCounted, countCalls } from './storage-counter.ts';
import { workerCpu } from './worker-cpu.ts';

/* Checks of an account with many cards in a real Chromium, and its connection before. */

declare const chrome: { runtime: { sendMessage: (message: object) => Promise<unknown> } };

const accountKey = 'a_17';
const rounds = 5;

/** `scriptMs`: of the worker. `ms`: until badge and alarm are set. `clickMs`: until a message in between is answered. */
type Check = { scriptMs: number; ms: number; calls: number; clickMs: number };

/** Medians of checks. `connectTaskMs`, `settingsTaskMs`: the longest task of these pages. */
export type CardsResult = { changed: Check; unchanged: Check; connectTaskMs: number; settingsTaskMs: number };

export async function checkCards(count: number): Promise<CardsResult> {
  const seller = await startSeller({ creditDelayMs: 0 });
  seller.addCards(accountKey, count - seller.cards(accountKey).length);
  const gigabar = await openGigabar();
  await watchLongTasks(gigabar.context);
  const { connect, window } = await gigabar.signInWindow(seller);
  await signIn(window, phones.axis);
  await connect.getByTestId('found-card').first().waitFor({ timeout: 60_000 });
  const connectTaskMs = await longestTaskMs(connect);
  await connect.close();
  const settings = await gigabar.open('options.html');
  await settings.getByTestId('card-row').first().waitFor();
  const settingsTaskMs = await longestTaskMs(settings);
  await settings.close();
  const changed: Check[] = [];
  const unchanged: Check[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const { userKey } of seller.cards(accountKey)) seller.use(userKey, 1_000_000);
    changed.push(await check(gigabar, seller));
    unchanged.push(await check(gigabar, seller));
  }
  await gigabar.close();
  await seller.close();
  return { changed: medianOf(changed), unchanged: medianOf(unchanged), connectTaskMs, settingsTaskMs };
}

/** From the seller's answer until badge and alarm are set. */
async function check(gigabar: Gigabar, seller: Seller): Promise<Check> {
  await countCalls(gigabar);
  const cpuMs = await workerCpu(gigabar);
  const cpuBefore = cpuMs();
  const answered = seller.nextRequest('/v1/planStatus');
  await gigabar.fireAlarm();
  await answered;
  const startedAt = performance.now();
  const clicked = click(gigabar).then(() => performance.now() - startedAt);
  while ((await gigabar.nextAlarmAt()) === null);
  const ms = performance.now() - startedAt;
  const clickMs = await clicked;
  return { scriptMs: cpuMs() - cpuBefore, ms, calls: await callsCounted(gigabar), clickMs };
}

/** A message that only reads: how long a page waits meanwhile. */
function click({ probe }: Gigabar): Promise<unknown> {
  return probe.evaluate(() => chrome.runtime.sendMessage({ type: 'listProviders', payload: {} }));
}

function medianOf(checks: readonly Check[]): Check {
  const median = (of: (check: Check) => number) => checks.map(of).toSorted((a, b) => a - b)[checks.length >> 1] ?? 0;
  return {
    scriptMs: median(({ scriptMs }) => scriptMs),
    ms: median(({ ms }) => ms),
    calls: median(({ calls }) => calls),
    clickMs: median(({ clickMs }) => clickMs),
  };
}
