import { defaultSeller, newAccount } from '../../utils/core/accounts/account.ts';
import { toStored } from '../../utils/core/storage/stored-values.ts';
import { dayMs, hourMs } from '../../utils/core/values/time.ts';
import { type Random, randomFrom } from './random.ts';
import { simulateBrowser } from './simulated-browser.ts';
import { epoch, meter, userWithPlan } from './traces.ts';
import type { Kind } from './users.ts';

const apiBase = 'https://api.axis.example/v1';
/** Until there is a forecast. */
const settingInDays = 3;
const days = 1;
const people = ['steady', 'bursty', 'sleeping'] as const;

/** A day of the background, on average. `forWhat`: how often each reason was what the alarm that woke it was set for. */
export type WorkerDay = {
  checks: number;
  wakes: number;
  localWrites: number;
  localKb: number;
  sessionWrites: number;
  forWhat: Record<string, number>;
};

/** People of several kinds, with the settings as they are at first, in a browser that is never closed. */
export async function simulateDays(seed: number): Promise<WorkerDay> {
  const all: WorkerDay[] = [];
  for (const [at, kind] of people.entries()) all.push(await daysOf(kind, randomFrom(seed + at)));
  const mean = (of: (day: WorkerDay) => number) => all.reduce((sum, day) => sum + of(day), 0) / all.length;
  const reasons = new Set(all.flatMap(({ forWhat }) => Object.keys(forWhat)));
  return {
    checks: mean(({ checks }) => checks),
    wakes: mean(({ wakes }) => wakes),
    localWrites: mean(({ localWrites }) => localWrites),
    localKb: mean(({ localKb }) => localKb),
    sessionWrites: mean(({ sessionWrites }) => sessionWrites),
    forWhat: Object.fromEntries([...reasons].map((reason) => [reason, mean((day) => day.forWhat[reason] ?? 0)])),
  };
}

async function daysOf(kind: Kind, random: Random): Promise<WorkerDay> {
  const { user, quotaBytes } = userWithPlan(kind, random);
  const usage = meter(user.hours, hourMs);
  let checks = 0;
  const browser = simulateBrowser(epoch, random, async (request) => {
    if (request.url.includes('/planOffer')) return Response.json({ offers: [] });
    if (!request.url.endsWith('/planStatus')) return new Response('{}', { status: 404 });
    checks += 1;
    const leftBytes = quotaBytes - (usage.at(browser.clock.now - epoch) % quotaBytes);
    return answer(browser.clock.now, quotaBytes, leftBytes, request.headers.get('if-none-match'));
  });
  Object.assign(browser.stored.local, storedAccount());
  await browser.passUntil(epoch + settingInDays * dayMs);
  const { counted } = browser;
  const before = structuredClone({ ...counted, checks });
  await browser.passUntil(epoch + (settingInDays + days) * dayMs);
  const perDay = (of: (one: typeof before) => number) => (of({ ...counted, checks }) - of(before)) / days;
  return {
    checks: perDay((one) => one.checks),
    wakes: perDay((one) => one.wakes),
    localWrites: perDay(({ writes }) => writes.local.calls),
    localKb: perDay(({ writes }) => writes.local.bytes) / 1000,
    sessionWrites: perDay(({ writes }) => writes.session.calls),
    forWhat: Object.fromEntries(
      Object.keys(counted.forWhat).map((reason) => [reason, perDay(({ forWhat }) => forWhat[reason] ?? 0)]),
    ),
  };
}

/** Of a seller that measures whenever it is asked, and says so also where nothing has changed. */
function answer(now: number, quotaBytes: number, leftBytes: number, known: string | null): Response {
  const etag = `W/"${leftBytes}"`;
  const at = (ms: number) => new Date(ms).toISOString();
  const headers = {
    ...{ etag, date: new Date(now).toUTCString(), 'cache-control': 'private, max-age=60' },
    ...{ 'last-modified': new Date(now).toUTCString(), expires: new Date(now + dayMs / 4).toUTCString() },
  };
  if (known === etag) return new Response(null, { status: 304, headers });
  const byteBalance = { quotaBytes: String(quotaBytes), remainingBytes: String(leftBytes), reservedBytes: '0' };
  const expirationTime = at(epoch + 30 * dayMs);
  const module = { moduleId: 'main', moduleName: 'Data', trafficCategories: ['GENERIC'], byteBalance, expirationTime };
  const plan = { planId: 'p', planName: 'Plan', startTime: at(epoch), expirationTime, planModules: [module] };
  const cards = [{ userKey: 'c', title: 'Axis Europe', plans: [plan] }];
  return Response.json({ accountKey: 'a', updateTime: at(now), expireTime: at(now + dayMs / 4), cards }, { headers });
}

function storedAccount(): Record<string, unknown> {
  const seller = { ...defaultSeller('account-api', 'Axis'), origin: 'https://axis.example', cardToken: true };
  const account = newAccount('a1', { ...seller, endpoints: { apiBase } }, epoch);
  return {
    'account:a1': toStored('account', account),
    'credentials:a1': toStored('credentials', { kind: 'card-token', token: 't', revocation: null }),
    index: toStored('index', {
      accounts: [{ id: 'a1', name: 'Axis', cards: [] }],
      shown: null,
      requested: null,
    }),
  };
}
