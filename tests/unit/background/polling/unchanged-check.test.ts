import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readAsWritten, snapshotAt } from '../../../../components/page/stored-readers.ts';
import { upsertIndexEntry } from '../../../../entrypoints/background/accounts/account-store.ts';
import { applyState } from '../../../../entrypoints/background/apply-state.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { createAccount, read, readIndex, write } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { defaultSeller, newAccount } from '../../../../utils/core/accounts/account.ts';
import { isStale } from '../../../../utils/core/usage/staleness.ts';
import { dayMs, hourMs, minuteMs, startOfDay } from '../../../../utils/core/values/time.ts';
import { makeManualPlan } from '../../core/manual/manual-setup.ts';
import { makeOrder } from '../../support/builders.ts';
import { addAccount } from '../accounts/account-setup.ts';
import { setUpPage } from '../pages/page-setup.ts';
import { setUpChecks } from './check-setup.ts';
import { changesOf, datedByTheClock } from './counted-browser.ts';

const names = ['a_17', 'a_18'] as const;
const idOf = (name: string) => `id-${name}`;

beforeEach(() => {
  Object.assign(fakeBrowser.contextMenus, { create: () => undefined, removeAll: async () => undefined });
});

/** The cards of a seller, checked and shown at noon, after which nothing was used: no midnight is near. */
async function started(options: Parameters<typeof setUpChecks>[0] = {}) {
  vi.spyOn(Date, 'now').mockReturnValue(startOfDay(Date.now()) + 12 * hourMs);
  const set = await setUpChecks(options);
  datedByTheClock();
  await checkAccount(set.account.id);
  await applyState();
  const changes = (work = () => checkAccount(set.account.id)) =>
    changesOf(async () => {
      set.clock.now += 15 * minuteMs;
      await work();
      await applyState();
    });
  return { ...set, changes };
}

/** From now on the seller answers each request in full. */
function withoutConditions(): void {
  const real = globalThis.fetch;
  vi.stubGlobal('fetch', (request: Request) => {
    const headers = new Headers(request.headers);
    headers.delete('if-none-match');
    return real(new Request(request, { headers }));
  });
}

/** The index without what may move at each check. */
const figuresInIndex = async () =>
  JSON.stringify(await readIndex(), (name, value) => (name === 'validUntil' ? 0 : value));

const own = [keys.check(idOf('a_17')).name, keys.index.name];
const nothingShown = { session: [keys.alarmPlan.name], shown: [] };

describe('a check that finds nothing changed writes its own times and shows nothing anew', () => {
  test('where the seller says so (304)', async () => {
    const { changes, requests } = await started();
    const [index, asked] = [await figuresInIndex(), requests()];
    expect(await changes()).toEqual({ local: own, ...nothingShown });
    expect(requests()).toBe(asked + 1);
    expect(await figuresInIndex()).toBe(index);
  });

  test('where the answer has the same figures, measured later', async () => {
    const { changes, account } = await started();
    withoutConditions();
    const before = await read(keys.snapshot(account.id));
    expect(await changes()).toEqual({ local: own, ...nothingShown });
    const after = await read(keys.snapshot(account.id));
    expect(after?.measuredAt).toBeGreaterThan(before?.measuredAt ?? Number.POSITIVE_INFINITY);
    expect(after?.cards.map(({ measuredAt }) => measuredAt)).toEqual(after?.cards.map(() => after.measuredAt));
  });

  test('where an order is open', async () => {
    const set = await started();
    const { card, clock, changes } = set;
    await write(keys.orders(card), [
      makeOrder({ card, createdAt: clock.now, changedAt: clock.now, lastActivityAt: clock.now }),
    ]);
    await changes();
    expect(await changes()).toEqual({ local: own, ...nothingShown });
  });

  test('where several accounts are checked', async () => {
    const { seller, changes } = await started();
    await addAccount(seller, 'a_18', { accessToken: null });
    const checkAll = async () => void (await Promise.all(names.map((name) => checkAccount(idOf(name)))));
    await changes(checkAll);
    const { local, ...others } = await changes(checkAll);
    expect(local.sort()).toEqual([...names.map((name) => keys.check(idOf(name)).name), keys.index.name].sort());
    expect(others).toEqual(nothingShown);
  });

  test('of a card kept by hand', async () => {
    const { clock, changes } = await started();
    const left = { bytes: 2e9, at: clock.now };
    const manualPlan = makeManualPlan({ left, endsAt: clock.now + 20 * dayMs });
    const seller = { ...defaultSeller('manual', 'Lebara'), meteredBy: 'user' as const, manualPlan };
    const account = newAccount('m', { ...seller, endpoints: { key: 'k' } }, clock.now);
    await createAccount(account);
    await upsertIndexEntry(account, null);
    const checkBoth = async () => void (await Promise.all([checkAccount('m'), checkAccount(idOf('a_17'))]));
    await changes(checkBoth);
    const { local, ...others } = await changes(checkBoth);
    expect(local.sort()).toEqual([keys.check('m').name, ...own].sort());
    expect(others).toEqual(nothingShown);
  });

  test('of a page that is read by itself, beside what it took of the day', async () => {
    const { accountId, nextCheck } = await setUpPage();
    await nextCheck();
    const changes = await changesOf(nextCheck);
    expect([...new Set(changes.local)].sort()).toEqual(
      [keys.check(accountId).name, keys.index.name, keys.pageReads(accountId).name].sort(),
    );
    expect(changes.shown).toEqual([]);
  });

  test('but a changed one after it writes and shows what is new', async () => {
    const { seller, changes, account } = await started();
    await changes();
    seller.use('c_asia', 5e6);
    const { local, shown } = await changes();
    expect(local).toContain(keys.snapshot(account.id).name);
    expect(shown).toContain('setTitle');
    expect(await changes()).toEqual({ local: own, ...nothingShown });
  });
});

describe('figures that were confirmed are as new as the last answer', () => {
  test('for the background and for pages, however long nothing changes', async () => {
    const { account, clock, changes } = await started();
    const measuredAt = clock.now;
    for (let times = 0; times < 40; times += 1) await changes();
    const snapshot = await read(keys.snapshot(account.id));
    expect(snapshot).toMatchObject({ checkedAt: clock.now });
    expect(snapshot && isStale(snapshot, 15 * minuteMs, clock.now)).toBe(false);
    const asWritten = await readAsWritten([keys.snapshot(account.id), keys.check(account.id)]);
    expect(snapshotAt(asWritten, account.id)).toMatchObject({ ...snapshot });
    expect(asWritten(keys.snapshot(account.id))?.checkedAt).toBe(measuredAt);
  });

  test('after a failure too, and grey once nothing was confirmed for two intervals', async () => {
    const { account, clock, changes, seller } = await started();
    await changes();
    const confirmedAt = clock.now;
    seller.fault({ kind: '503' });
    await changes();
    expect(await read(keys.snapshot(account.id))).toMatchObject({ checkedAt: confirmedAt });
    clock.now = confirmedAt + 31 * minuteMs;
    await applyState();
    expect(await fakeBrowser.action.getTitle({})).toContain('Old figure, as of 12:15');
  });

  test('also when the clock is set back, by as much as they were', async () => {
    const { account, clock, changes } = await started();
    await changes();
    clock.now -= 3 * hourMs;
    await applyState();
    expect(await read(keys.snapshot(account.id))).toMatchObject({ checkedAt: clock.now });
    expect((await read(keys.check(account.id)))?.unchanged).toBeUndefined();
  });

  test('in the tooltip since when they are the same', async () => {
    const { changes } = await started();
    const tooltip = await fakeBrowser.action.getTitle({});
    expect(tooltip).toContain('As of 12:00');
    await changes();
    expect(await fakeBrowser.action.getTitle({})).toBe(tooltip);
  });
});
