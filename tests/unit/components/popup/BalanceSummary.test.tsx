// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BalanceSummary } from '../../../../components/popup/balance/BalanceSummary.tsx';
import { summarizeBalance } from '../../../../components/popup/balance/summarize-balance.ts';
import type { RenewingPlan } from '../../../../utils/core/usage/auto-renew.ts';
import type { Card } from '../../../../utils/core/usage/card.ts';
import type { DisplayMode } from '../../../../utils/core/usage/card-balance.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { setLocale } from '../../support/i18n.ts';
import { healthy, now, shownOf } from '../popup-setup.ts';
import { all, found, press, renderPage, startRendering, the, unmount } from '../render-setup.tsx';

beforeEach(startRendering);
afterEach(unmount);

type Times = { startsAt: number | null; expiresAt: number | null };

function cardOf(times: Times): Card {
  return { ...healthy, plans: healthy.plans.map((plan) => ({ ...plan, ...times })) };
}

function open(card: Card, view: DisplayMode = 'left', renewing: RenewingPlan[] = []): Promise<void> {
  const { snapshot, account } = shownOf(card);
  if (!snapshot || !account) throw new Error('No figures');
  const summary = summarizeBalance({ card, snapshot, forecast: { kind: 'none' }, intervalMs: hourMs, view, now });
  return renderPage(
    <BalanceSummary
      summary={summary}
      isGrey={false}
      isBrief={false}
      renewing={renewing}
      seller={account.seller}
      now={now}
      parts={() => <p data-testid="card-parts" />}
    >
      {null}
    </BalanceSummary>,
  ) as unknown as Promise<void>;
}

describe('the mark of the time', () => {
  const [days, hours] = [dayMs, hourMs];
  test.each<[string, number, number, DisplayMode, string]>([
    ['in days', 14 * days, 16.5 * days, 'left', '16 of 31 days left'],
    ['on the last of them', 29.5 * days, 0.5 * days, 'left', 'Last of 30 days'],
    ['in hours where it is short', 8 * hours, 16 * hours, 'left', '16 of 24 hours left'],
    ['gone where what is used is shown', 14 * days, 16 * days, 'used', '14 of 30 days gone'],
    ['gone, in hours', 8 * hours, 16 * hours, 'used', '8 of 24 hours gone'],
  ])('says how much is left of how much: %s', async (_, before, after, view, text) => {
    await open(cardOf({ startsAt: now - before, expiresAt: now + after }), view);
    expect(the('time-mark').textContent).toBe(text);
  });

  test.each<[string, Times]>([
    ['no beginning', { startsAt: null, expiresAt: now + dayMs }],
    ['no end', { startsAt: now - dayMs, expiresAt: null }],
    ['an end that is past', { startsAt: now - 2 * dayMs, expiresAt: now - dayMs }],
  ])('is none where there is %s', async (_, times) => {
    await open(cardOf(times));
    expect(all('time-mark')).toEqual([]);
  });

  test.each([0.01, 0.5, 0.99])(
    'and its words hang at one place, from the start to the end of the bar: %d',
    async (share) => {
      await open(cardOf({ startsAt: now - (1 - share) * 100 * dayMs, expiresAt: now + share * 100 * dayMs }));
      const [mark] = found('.quota-bar u');
      const [words] = found('.time-mark');
      const percent = (text: string) => Number(/([\d.]+)(%|fr)/.exec(text)?.[1]);
      expect(percent(mark?.style.insetInlineStart ?? '')).toBeCloseTo(share * 100, 1);
      expect(percent(words?.style.gridTemplateColumns ?? '')).toBeCloseTo(share * 100, 1);
    },
  );
});

describe('the end', () => {
  test('is said as coming while it is, and as past after it', async () => {
    await open(cardOf({ startsAt: now - dayMs, expiresAt: now + dayMs }));
    expect(the('expiry').textContent).toMatch(/^Expires Tue,? 24 Nov, \d\d:05$/);
    await open(cardOf({ startsAt: now - 2 * dayMs, expiresAt: now - dayMs }));
    expect(the('expiry').textContent).toMatch(/^Ended Sun,? 22 Nov, \d\d:05$/);
  });

  test('is named by the seller, or said not to be', async () => {
    await open(cardOf({ startsAt: null, expiresAt: null }));
    expect(the('expiry').textContent).toBe('No date told');
  });

  test('is the day it renews by itself where it does, at any distance', async () => {
    const cost = { currency: 'SEK', units: '199', nanos: 0 };
    const card = cardOf({ startsAt: now - 5 * dayMs, expiresAt: now + 25 * dayMs });
    const autoRenew = { isEnabled: true, nextChargeAt: now + 25 * dayMs, cost };
    const [plan] = card.plans;
    if (!plan) throw new Error('No plan');
    await open(card, 'left', [{ plan, autoRenew }]);
    expect(the('next-charge').textContent.replaceAll('\u00a0', ' ')).toBe('Renews by itself Fri 18 Dec, SEK 199.00');
    expect(all('expiry')).toEqual([]);
    await open(card, 'left', [{ plan, autoRenew: { ...autoRenew, nextChargeAt: null, cost: null } }]);
    expect([the('next-charge').textContent, all('expiry').length]).toEqual(['Renews by itself', 1]);
    await open(card, 'left', [{ plan, autoRenew: { ...autoRenew, nextChargeAt: now - dayMs, cost: null } }]);
    expect([the('next-charge').textContent, all('expiry').length]).toEqual(['Renews by itself', 1]);
  });
});

test('the parts open from the total, and close again', async () => {
  await open(healthy);
  const button = the('open-parts');
  expect([button.textContent, button.getAttribute('aria-expanded')]).toEqual(['of 3 GB Parts', 'false']);
  await press('open-parts');
  expect(document.getElementById(button.getAttribute('aria-controls') ?? '')?.contains(the('card-parts'))).toBe(true);
  await press('open-parts');
  expect(all('card-parts')).toEqual([]);
});

test('in Chinese the mark and the total are said in its own order', async () => {
  await setLocale('zh_CN');
  await open(cardOf({ startsAt: now - 14 * dayMs, expiresAt: now + 16 * dayMs }));
  expect([the('time-mark').textContent, the('total').parentElement?.textContent]).toEqual([
    '还剩 16 天，共 30 天',
    expect.stringContaining('共 3 GB'),
  ]);
});
