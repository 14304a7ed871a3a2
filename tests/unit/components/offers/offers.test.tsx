// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PopupState } from '../../../../components/hooks/use-popup-state.ts';
import { Popup } from '../../../../components/popup/Popup.tsx';
import { defaultPreference, defaultPreferences } from '../../../../utils/core/accounts/card-preferences.ts';
import type { UsageInterval, UsageSamples } from '../../../../utils/core/history/usage-samples.ts';
import type { Offer } from '../../../../utils/core/offers/offer.ts';
import { parseEndOfDay, toDateValue } from '../../../../utils/core/recommendation/need-until.ts';
import type { Card } from '../../../../utils/core/usage/card.ts';
import { dayMs } from '../../../../utils/core/values/time.ts';
import { makeOrder } from '../../support/builders.ts';
import { cardOf, healthy, now, offerOf, shownOf } from '../popup-setup.ts';
import { all, renderPage, sent, startRendering, the, unmount } from '../render-setup.tsx';

beforeEach(startRendering);
afterEach(unmount);

const id = { accountId: 'a1', cardKey: 'c1' };
const cost = (units: string, currency = 'SEK') => ({ currency, units, nanos: 0 });

/** 100 MB a day for four weeks. */
const intervals = Array.from(
  { length: 28 },
  (_, i): UsageInterval => [healthy.measuredAt - (27 - i) * dayMs, 1e8, 1.24e9],
);
const samples: UsageSamples = { since: healthy.measuredAt - 28 * dayMs, intervals, modules: [] };

const small = offerOf('eu1', { name: 'Europe 1 GB', quotaBytes: 1e9, cost: cost('39') });
const middle = offerOf('eu3');
const large = offerOf('eu10', { name: 'Europe 10 GB', quotaBytes: 10e9, cost: cost('249') });
const offersOf = (...offers: Offer[]) => ({ offers, expiresAt: null, checkedAt: now, unreadable: 0 });

function open(more: Partial<PopupState> = {}, card: Card = healthy): Promise<void> {
  const shown = shownOf(card, { samples, offers: offersOf(large, small, middle), ...more });
  return renderPage(<Popup shown={shown} now={now} show={() => undefined} />) as unknown as Promise<void>;
}

const rows = () => all('offer').map(({ dataset }) => dataset.planId);
const field = <T extends HTMLElement>(testId: string) => the(testId) as T;
const text = (element: HTMLElement) => element.textContent.replaceAll('\u00a0', ' ');

async function change(testId: string, value: string): Promise<void> {
  const element = field<HTMLInputElement>(testId);
  await act(() => {
    element.value = value;
    element.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

describe('the row of a plan', () => {
  test('tells data, validity, price, and the price per GB and per day', async () => {
    await open();
    expect(text(all('offer')[2] as HTMLElement)).toBe(
      '3 GB · 30 days Best fitSEK 99.00Adds to what is left, and all of it lasts until Wed 23 Dec.Europe 3 GBSEK 33.00 / GBSEK 3.30 / day',
    );
  });

  test('buys at one click what it says, also while an order is open', async () => {
    await open({
      orders: [makeOrder({ card: id, planId: 'eu3', createdAt: now, changedAt: now, expiresAt: now + dayMs })],
    });
    await act(() => all('offer')[1]?.click());
    expect(sent).toMatchObject([{ type: 'renew', payload: { card: id, planId: 'eu1', cost: small.cost } }]);
  });

  test.each([
    ['sold-out', 'Sold out'],
    ['disabled', 'Not on sale'],
    ['not-eligible', 'Not for this card'],
  ] as const)('that is %s comes last, cannot be clicked, and says why', async (availability, text) => {
    await open({ offers: offersOf(offerOf('gone', { availability, reason: 'Ask us' }), middle) });
    expect(rows()).toEqual(['eu3', 'gone']);
    const row = all('offer')[1] as HTMLButtonElement;
    expect(row.disabled).toBe(true);
    expect(row.textContent).toContain(`${text} · Ask us`);
  });

  test('7.17 says that it is a new eSIM, and that the one there is not activated', async () => {
    const page = { url: 'https://axis.example/buy', isNewCard: true };
    const offers = offersOf({ ...middle, effect: 'unknown', page });
    await open({ offers });
    expect(the('offer-effect').textContent).toBe('A new eSIM. It adds nothing to this card.');
    expect(document.querySelector('#renew-effect')?.textContent).not.toContain('not activated');
    await open({ offers }, { ...healthy, plans: healthy.plans.map((plan) => ({ ...plan, state: 'queued' as const })) });
    expect(the('renew').textContent).toContain('Buy a new eSIM: Europe 3 GB');
    for (const said of [the('offer-effect'), document.querySelector('#renew-effect')])
      expect(said?.textContent).toContain('The one you have is not activated yet.');
  });

  test('7.17 that is not on sale says nothing of an effect', async () => {
    await open({ offers: offersOf(offerOf('gone', { availability: 'sold-out' })) });
    expect(all('offer-effect')).toEqual([]);
  });

  test('says what buying it would lose', async () => {
    await open({ offers: offersOf(middle, offerOf('new', { effect: 'replace' })) });
    expect(all('offer')[1]?.textContent).toContain('1.24 GB would be lost.');
  });
});

test('under the large button stand what it does and what is bad about that, a line each', async () => {
  await open({ offers: offersOf({ ...middle, effect: 'replace', durationMs: 7 * dayMs }) });
  expect(document.querySelector('#renew-effect')?.textContent).toContain('Replaces the present plan with 3 GB until');
  expect(all('moment').map((moment) => moment.textContent)).toEqual([
    '1.24 GB would be lost.',
    'It then ends Mon 30 Nov, earlier than now (Fri 4 Dec).',
  ]);
  expect(the('renew').getAttribute('aria-describedby')).toBe('renew-effect');
});

test('plans are listed in the order that is chosen', async () => {
  await open();
  expect(rows()).toEqual(['eu10', 'eu1', 'eu3']);
  for (const [sort, sorted] of [
    ['price', ['eu1', 'eu3', 'eu10']],
    ['per-gb', ['eu10', 'eu3', 'eu1']],
    ['seller', ['eu10', 'eu1', 'eu3']],
  ] as const) {
    await change('offer-sort', sort);
    expect(rows()).toEqual(sorted);
  }
});

describe('the best fit', () => {
  test('is marked by a word on the cheapest plan that covers the need, which is told', async () => {
    await open();
    expect(all('best-fit').map((mark) => mark.closest<HTMLElement>('button')?.dataset.planId)).toEqual(['eu3']);
    expect(the('best-fit').textContent).toBe('Best fit');
    expect(the('need').textContent).toMatch(
      /^About 1\.\d GB more needed until then, .* GB to be safe\. Europe 3 GB covers/,
    );
  });

  test('changes with the day that was chosen, and is none where nothing more is needed', async () => {
    const neededUntil = parseEndOfDay(toDateValue(now + 3 * dayMs));
    await open({ preferences: { ...defaultPreferences, byCard: { 'a1/c1': { ...defaultPreference, neededUntil } } } });
    expect(field<HTMLInputElement>('need-until').value).toBe(toDateValue(now + 3 * dayMs));
    expect(the('need').textContent?.trim()).toBe('Nothing more is needed until then.');
    expect(all('best-fit')).toEqual([]);
  });

  test('is none where no single plan covers, and that is said', async () => {
    await open({ offers: offersOf(small) });
    expect(the('need').textContent).toContain('No single plan covers that.');
    expect(all('best-fit')).toEqual([]);
  });

  test.each<[string, UsageSamples | null, string]>([
    ['too little was seen', { since: now - dayMs, intervals: [], modules: [] }, 'Too early to say'],
    ['nothing was ever measured', null, 'not known yet'],
  ])('is none, with the reason, where %s', async (_, some, reason) => {
    await open({ samples: some }, cardOf({ kind: 'unlimited' }));
    expect(the('need').textContent).toContain(reason);
    expect(all('best-fit')).toEqual([]);
  });
});

describe('the day until which data is needed', () => {
  test('is as far off as a plan is long, until one is chosen', async () => {
    await open();
    expect(field<HTMLInputElement>('need-until').value).toBe(toDateValue(now + 30 * dayMs));
    expect(field<HTMLInputElement>('need-until').labels?.[0]?.textContent).toBe('Needed until');
  });

  test('is saved as the end of that day; an emptied field goes back to the usual', async () => {
    await open();
    await change('need-until', '2026-12-20');
    await change('need-until', '');
    expect(sent).toEqual([
      { type: 'savePreference', payload: { card: id, preference: { neededUntil: parseEndOfDay('2026-12-20') } } },
      { type: 'savePreference', payload: { card: id, preference: { neededUntil: null } } },
    ]);
  });

  test('is forgotten once it is over', async () => {
    await open({
      preferences: { ...defaultPreferences, byCard: { 'a1/c1': { ...defaultPreference, neededUntil: now - dayMs } } },
    });
    expect(field<HTMLInputElement>('need-until').value).toBe(toDateValue(now + 30 * dayMs));
  });

  test('is not taken away half typed when all is drawn anew', async () => {
    await open();
    const input = field<HTMLInputElement>('need-until');
    input.focus();
    input.value = '';
    await open();
    expect(input.value).toBe('');
    await act(() => input.blur());
    expect(input.value).toBe(toDateValue(now + 30 * dayMs));
  });
});

test('the sort control has a name and is none of the tabs', async () => {
  await open();
  expect(the('offer-sort').closest('[role=tablist]')).toBeNull();
  expect(the('offer-sort').getAttribute('aria-label')).toBe('Sort plans by');
});
