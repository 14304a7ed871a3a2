// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dayText } from '../../../../../components/format/date-text.ts';
import { CardDetails } from '../../../../../components/popup/details/CardDetails.tsx';
import { Popup } from '../../../../../components/popup/Popup.tsx';
import { RegionList } from '../../../../../components/ui/RegionList.tsx';
import type { Seller } from '../../../../../utils/core/accounts/account.ts';
import type { AutoRenew, Card, Plan } from '../../../../../utils/core/usage/card.ts';
import type { DisplayMode } from '../../../../../utils/core/usage/card-balance.ts';
import { dayMs, minuteMs } from '../../../../../utils/core/values/time.ts';
import { cardOf, healthy, now, shownOf } from '../../popup-setup.ts';
import { all, found, press, renderPage, startRendering, the, unmount } from '../../render-setup.tsx';

beforeEach(startRendering);
afterEach(unmount);
afterEach(() => vi.unstubAllGlobals());

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
  expect(the('exact').textContent).toBe('Left: 1,239,999,999 bytes\n1 GB at Axis: 1,000,000,000 bytes');
  await show(card, 'used', { byteUnit: 1024 });
  expect(the('exact').textContent).toBe('Used: 1,760,000,001 bytes\n1 GB at Axis: 1,073,741,824 bytes');
});

test('the bytes are copied in one press, and that is said', async () => {
  const writeText = vi.fn(async () => undefined);
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  await show(healthy);
  await press('copy-exact');
  expect(writeText).toHaveBeenCalledWith(the('exact').textContent);
  await vi.waitFor(() => expect(found('.exact-figures [role=status]')[0]?.textContent).toBe('Copied.'));
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
  expect(facts().Reserved).toBe(
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
  const when = (at = nextChargeAt) => dayText(at, now);
  const lines = () =>
    [...the('auto-renew').querySelectorAll('p')].map((line) => line.textContent?.replaceAll('\u00a0', ' '));

  test.each<[string, AutoRenew, () => string]>([
    ['when and for how much', { isEnabled: true, nextChargeAt, cost }, () => `Renews by itself ${when()}, SEK 199.00`],
    ['when', { isEnabled: true, nextChargeAt, cost: null }, () => `Renews by itself ${when()}`],
    ['for how much', { isEnabled: true, nextChargeAt: null, cost }, () => 'Renews by itself, SEK 199.00'],
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
    const ahead = { ...snapshot, skewMs: dayMs };
    await renderPage(<CardDetails card={card} snapshot={ahead} seller={account.seller} view="left" now={now} />);
    expect(lines()).toEqual([
      `Europe 3 GB · Renews by itself ${when(nextChargeAt - dayMs)}`,
      'Asia · Does not renew by itself',
    ]);
  });

  test.each([dayMs, 40 * dayMs])('in %i ms stands on the first screen too', async (aheadMs) => {
    const card = plansOf({ autoRenew: { isEnabled: true, nextChargeAt: now + aheadMs, cost } });
    await renderPage(<Popup shown={shownOf(card)} now={now} show={() => undefined} />);
    const charges = all('next-charge').map(({ textContent }) => textContent?.replaceAll('\u00a0', ' '));
    expect(charges).toEqual([`Renews by itself ${when(now + aheadMs)}, SEK 199.00`]);
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

test('only a long list of places has a search field, which finds a place or says it is not among them, and is silent until then', async () => {
  await renderPage(<RegionList regions={places.slice(1)} />);
  expect(all('region-search')).toEqual([]);
  await renderPage(<RegionList regions={places} />);
  const type = (text: string) =>
    act(() => {
      const field = the('region-search') as HTMLInputElement;
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  const status = () => found('[role=status]')[0]?.textContent;
  expect([status(), the('regions').textContent]).toEqual([
    '',
    expect.stringMatching(/^Austria, Belgium, .* Switzerland$/),
  ]);
  await type('cote');
  expect([status(), the('regions').textContent]).toEqual(['Côte d’Ivoire', 'Côte d’Ivoire']);
  await type(' Atlantis ');
  expect(status()).toBe('Atlantis is not among them.');
  await type('');
  expect(status()).toBe('');
});
