// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CardParts } from '../../../../../components/popup/details/CardParts.tsx';
import { dateText, dateTimeText } from '../../../../../utils/browser/i18n.ts';
import type { Account } from '../../../../../utils/core/accounts/account.ts';
import type { Card, Plan } from '../../../../../utils/core/usage/card.ts';
import { dayMs, hourMs } from '../../../../../utils/core/values/time.ts';
import { healthy, moduleOf, now, shownOf } from '../../popup-setup.ts';
import { all, found, renderPage, startRendering, the, unmount } from '../../render-setup.tsx';

beforeEach(startRendering);
afterEach(unmount);

const { account, snapshot } = shownOf(healthy);
const [plan] = healthy.plans;
if (!account || !snapshot || !plan) throw new Error('no card');

const show = (card: Partial<Card>, some: Partial<Account['seller']> = {}, skewMs = 0) =>
  renderPage(
    <CardParts
      account={{ ...account, seller: { ...account.seller, ...some } }}
      card={{ ...healthy, ...card }}
      snapshot={{ ...snapshot, skewMs }}
      view="left"
      now={now}
    />,
  );
const waitingPlan = (name: string, some: Partial<Plan>): Plan => ({
  ...{ ...plan, id: name, name, state: 'queued', startsAt: null, expiresAt: null },
  ...{ modules: [moduleOf({ kind: 'known', quotaBytes: 10e9, remainingBytes: 10e9, reservedBytes: 0 })] },
  ...some,
});
const waiting = () =>
  found('[data-testid="waiting-plans"] > li').map(({ children }) => [...children].map((part) => part.textContent));

test('plans that have not begun stand under their names, with size and beginning by our clock', async () => {
  const startBefore = now + 90 * dayMs;
  const plans = [
    plan,
    waitingPlan('Europe 10 GB', { startsAt: now + 11 * dayMs }),
    waitingPlan('Asia', { modules: [moduleOf({ kind: 'unknown' })] }),
    waitingPlan('World', { state: 'not-started', durationMs: 30 * dayMs, startBefore }),
  ];
  await show({ plans }, {}, hourMs);
  expect(waiting()).toEqual([
    ['Asia', 'Starts later'],
    ['Europe 10 GB', '10 GB', `Starts ${dateTimeText(now + 11 * dayMs - hourMs, now)}`],
    ['World', '10 GB', `Starts at first use, by ${dateText(startBefore - hourMs, now)} · 30 days`],
  ]);
  expect(all('modules-apart')).toEqual([]);
  await show({});
  expect(all('waiting-plans')).toEqual([]);
});

test('credit and the end of the line are told where they are known and to come', async () => {
  await show({ credit: { currency: 'SEK', units: '40', nanos: 0 }, lineEndsAt: now + 90 * dayMs });
  expect(the('credit').textContent?.replaceAll('\u00a0', ' ')).toBe('SEK 40.00 credit');
  expect(the('line-end').textContent).toMatch(/^SIM ends .* without a top-up$/);
  await show({ credit: null, lineEndsAt: now });
  expect([...all('credit'), ...all('line-end')]).toEqual([]);
});

test('the credit of a card that is read from a page is told as entered', async () => {
  const page = { isKeptUpToDate: true, namesAccount: true, topUpUrl: null, usualPurchase: null };
  await show({ credit: { currency: 'SEK', units: '40', nanos: 0 } }, { page });
  expect(the('credit').textContent?.replaceAll('\u00a0', ' ')).toBe('SEK 40.00 credit, as you entered it');
});

test('the details are folded until they are asked for', async () => {
  await show({});
  expect((the('details') as HTMLDetailsElement).open).toBe(false);
});
