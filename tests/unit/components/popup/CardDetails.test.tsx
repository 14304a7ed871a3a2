// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BalanceSummary } from '../../../../components/popup/balance/BalanceSummary.tsx';
import { summarizeBalance } from '../../../../components/popup/balance/summarize-balance.ts';
import { CardDetails } from '../../../../components/popup/details/CardDetails.tsx';
import { RegionList } from '../../../../components/ui/RegionList.tsx';
import { dateTimeText } from '../../../../utils/browser/i18n.ts';
import type { Seller } from '../../../../utils/core/accounts/account.ts';
import type { AutoRenew, Card, Plan } from '../../../../utils/core/usage/card.ts';
import type { DisplayMode } from '../../../../utils/core/usage/card-balance.ts';
import { dayMs, hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { cardOf, healthy, now, shownOf } from '../popup-setup.ts';
import { all, found, renderPage, startRendering, the, unmount } from '../render-setup.tsx';

beforeEach(startRendering);
afterEach(unmount);

const { account, snapshot } = shownOf(healthy);
if (!account || !snapshot) throw new Error('no account');

const show = (card: Card, view: DisplayMode = 'left', some: Partial<Seller> = {}) =>
  renderPage(
    <CardDetails card={card} snapshot={snapshot} seller={{ ...account.seller, ...some }} view={view} now={now} />,
  );
const facts = () =>
  Object.fromEntries(
    found('dt').map(({ textContent, nextElementSibling }) => [textContent, nextElementSibling?.textContent]),
  );

test('the bytes are exact in both views, and it is said what a GB is', async () => {
  const card = cardOf({ kind: 'known', quotaBytes: 3_000_000_000, remainingBytes: 1_239_999_999, reservedBytes: 0 });
  await show(card);
  expect(facts()).toEqual({
    'Exactly left': '1,239,999,999 bytes',
    'GB at Axis': '1,000,000,000 bytes',
    Plan: 'Europe 3 GB',
  });
  await show(card, 'used', { byteUnit: 1024 });
  expect(facts()).toMatchObject({ 'Exactly used': '1,760,000,001 bytes', 'GB at Axis': '1,073,741,824 bytes' });
});

test('7.10 of cards that are too many it is said how many are left out', async () => {
  const some = { ...snapshot, omittedCards: 3 };
  await renderPage(<CardDetails card={healthy} snapshot={some} seller={account.seller} view="left" now={now} />);
  expect(the('omitted-cards').textContent).toBe('Axis lists more cards than Gigabar takes in. Left out: 3.');
  await show(healthy);
  expect(all('omitted-cards')).toEqual([]);
});

test('a balance that is no amount has no exact bytes', async () => {
  await show(cardOf({ kind: 'coarse', level: 'low', upperBytes: 2 ** 30 }));
  expect(all('exact')).toEqual([]);
  expect(facts()).toEqual({ Plan: 'Europe 3 GB' });
});

test('bytes held back for open sessions are told and explained', async () => {
  await show(cardOf({ kind: 'known', quotaBytes: 3e9, remainingBytes: 1e9, reservedBytes: 50_000_000 }));
  expect(facts()['Held back']).toBe(
    '50 MB for open sessions. It may come back; a dip that comes back is not counted as used.',
  );
});

test('it is told how late the seller’s figures are, where they are', async () => {
  await show(healthy, 'left', { dataDelayMs: 15 * minuteMs });
  expect(facts().Delay).toBe('Axis’s figures are usually 15 minutes behind.');
  await show(healthy, 'left', { dataDelayMs: 0 });
  expect(facts()).not.toHaveProperty('Delay');
});

describe('what renews by itself', () => {
  const [plan] = healthy.plans;
  const cost = { currency: 'SEK', units: '199', nanos: 0 };
  const nextChargeAt = now + 17 * dayMs;
  const plansOf = (...plans: Partial<Plan>[]) => ({
    ...healthy,
    plans: plans.map((some) => ({ ...plan, ...some }) as Plan),
  });
  const when = (at = nextChargeAt) => dateTimeText(at, now);
  const lines = () =>
    [...the('auto-renew').querySelectorAll('p')].map((line) => line.textContent?.replaceAll('\u00a0', ' '));

  test.each<[string, AutoRenew, () => string]>([
    [
      'when and for how much',
      { isEnabled: true, nextChargeAt, cost },
      () => `Renews by itself: ${when()} for SEK 199.00`,
    ],
    ['when', { isEnabled: true, nextChargeAt, cost: null }, () => `Renews by itself: ${when()}`],
    ['for how much', { isEnabled: true, nextChargeAt: null, cost }, () => 'Renews by itself for SEK 199.00'],
    ['nothing but that', { isEnabled: true, nextChargeAt: now - 1, cost: null }, () => 'Renews by itself'],
    ['that it does not', { isEnabled: false, nextChargeAt, cost }, () => 'Does not renew by itself'],
  ])('is told as far as the seller tells %s', async (_, autoRenew, text) => {
    await show(plansOf({ autoRenew }));
    expect(lines()).toEqual([text()]);
  });

  test('is not spoken of where the seller does not, or the plan is over', async () => {
    const autoRenew = { isEnabled: true, nextChargeAt: now - dayMs, cost };
    await show(
      plansOf({ autoRenew: null }, {}, { autoRenew, state: 'expired' }, { autoRenew, expiresAt: now - dayMs }),
    );
    expect(all('auto-renew')).toEqual([]);
  });

  test('is told of each plan by its name, also of one that waits, by our clock', async () => {
    const queued = {
      name: 'Asia',
      state: 'queued' as const,
      startsAt: now + dayMs,
      autoRenew: { isEnabled: false, nextChargeAt: null, cost },
    };
    const card = plansOf({ autoRenew: { isEnabled: true, nextChargeAt, cost: null } }, queued);
    const ahead = { ...snapshot, skewMs: hourMs };
    await renderPage(<CardDetails card={card} snapshot={ahead} seller={account.seller} view="left" now={now} />);
    expect(lines()).toEqual([
      `Europe 3 GB · Renews by itself: ${when(nextChargeAt - hourMs)}`,
      'Asia · Does not renew by itself',
    ]);
  });

  test.each([
    [7 * dayMs, 1],
    [7 * dayMs + 1, 0],
  ])('in %i ms stands among the first facts if that is within a week', async (aheadMs, count) => {
    const card = plansOf({ autoRenew: { isEnabled: true, nextChargeAt: now + aheadMs, cost } });
    const forecast = { kind: 'none' } as const;
    const summary = summarizeBalance({ card, snapshot, forecast, intervalMs: hourMs, view: 'left', now });
    await renderPage(
      <BalanceSummary summary={summary} seller={account.seller} now={now}>
        {null}
      </BalanceSummary>,
    );
    const charges = all('next-charge').map(({ textContent }) => textContent?.replaceAll('\u00a0', ' '));
    expect(charges).toEqual(count === 0 ? [] : [`${when(now + aheadMs)} · SEK 199.00`]);
  });
});

test('where it works is told by name, each place once', async () => {
  const [plan] = healthy.plans;
  if (!plan) throw new Error('no plan');
  const overlapping = [
    { ...plan, regions: ['SE', 'DK'] },
    { ...plan, id: 'more', regions: ['SE'] },
  ];
  await show({ ...healthy, plans: overlapping });
  expect(facts()['Works in']).toBe('Denmark and Sweden');
  expect(facts().Plan).toBe('Europe 3 GB');
});

const places = ['AT', 'BE', 'CH', 'CI', 'DE', 'DK', 'ES', 'FI', 'FR', 'IT', 'NL', 'NO', 'SE'];

test('only a long list of places has a search field, which finds a place or says it is not among them', async () => {
  await renderPage(<RegionList regions={places.slice(1)} />);
  expect(all('region-search')).toEqual([]);
  await renderPage(<RegionList regions={places} />);
  const type = (text: string) =>
    act(() => {
      const field = the('region-search') as HTMLInputElement;
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  await type('cote');
  expect(found('[role=status]')[0]?.textContent).toBe('Côte d’Ivoire');
  await type(' Atlantis ');
  expect(found('[role=status]')[0]?.textContent).toBe('Atlantis is not among them.');
  await type('');
  expect(found('[role=status]')[0]?.textContent).toMatch(/^Austria, Belgium, .* and Switzerland$/);
});
