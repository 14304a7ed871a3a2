// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Popup } from '../../../../components/popup/Popup.tsx';
import { dayMs } from '../../../../utils/core/values/time.ts';
import { healthy, now, offerOf, shownOf } from '../popup-setup.ts';
import { all, found, renderPage, sent, startRendering, the, unmount } from '../render-setup.tsx';
import { change, cost, id, large, middle, offersOf, open, samples, showFolded, small } from './offers-setup.tsx';

beforeEach(startRendering);
afterEach(unmount);

const rows = () => all('offer').map(({ dataset }) => dataset.planId);
const text = (element: HTMLElement) => element.textContent.replaceAll('\u00a0', ' ');

describe('folded, the row of other plans', () => {
  const summary = () => text(the('other-plans'));

  test('says how many can be bought and what the cheapest costs', async () => {
    await showFolded({ offers: offersOf(large, small, offerOf('gone', { availability: 'sold-out' })) });
    expect(summary()).toBe('Other plans2 from SEK 39.00');
    expect(rows()).toEqual([]);
  });

  test('names no price where prices differ in currency', async () => {
    await showFolded({ offers: offersOf(small, offerOf('eur', { cost: cost('9', 'EUR') })) });
    expect(summary()).toBe('Other plans');
  });

  test('is called something else where another step comes first', async () => {
    await showFolded({ isInsteadOfRenew: true });
    expect(summary()).toBe('Buy something else');
  });

  test('is not there where the seller sells nothing', async () => {
    await showFolded({ offers: offersOf() });
    expect(all('other-plans')).toEqual([]);
  });
});

describe('the row of a plan', () => {
  test('tells data, validity and price, and what it does to the card', async () => {
    await open();
    expect(text(all('offer')[2] as HTMLElement)).toBe(
      '3 GB · 30 days Best fitSEK 99.00Keeps your 1.24 GB, lasts until 23 Dec',
    );
  });

  test.each([
    ['says more than the row', { description: 'Europe 3 GB with calls' }, 'Europe 3 GB with calls'],
    ['repeats the row', { description: 'Europe 3 GB for 30 days.' }, null],
    ['is a promise of the seller', { promo: 'Europe now', description: 'Europe 3 GB' }, 'Europe now'],
    ['is a name that says more', { name: 'Asia 3 GB' }, 'Asia 3 GB'],
  ])('has the seller’s text where that %s', async (_, some, note) => {
    await open({ offers: offersOf({ ...middle, ...some }) });
    const notes = [...(all('offer')[0]?.querySelectorAll('.offer-note > bdi:not(.offer-effect)') ?? [])];
    expect(notes.map(({ textContent }) => textContent)).toEqual(note === null ? [] : [note]);
  });

  test('names where it works only if others work elsewhere', async () => {
    const [nordic, everywhere] = [
      { ...middle, regions: ['SE', 'DK'] },
      { ...small, regions: ['SE', 'DK', 'NO', 'FI'] },
    ];
    await open({ offers: offersOf(nordic, everywhere) });
    expect(all('offer').map((row) => row.textContent?.match(/Denmark and Sweden|4 countries/)?.[0])).toEqual([
      'Denmark and Sweden',
      '4 countries',
    ]);
    await open({ offers: offersOf(nordic, { ...small, regions: ['DK', 'SE'] }) });
    expect(all('offer').some((row) => row.textContent?.includes('Denmark'))).toBe(false);
    expect(the('offer-regions').textContent).toContain('Denmark and Sweden');
  });

  test('buys at one click what it says', async () => {
    await open();
    await act(() => all('offer')[1]?.click());
    expect(sent).toMatchObject([{ type: 'renew', payload: { card: id, planId: 'eu1', cost: small.cost } }]);
  });

  test.each([
    ['sold-out', 'Sold out'],
    ['disabled', 'Not on sale'],
    ['not-eligible', 'Not for this card'],
  ] as const)(
    'that is %s is folded away; there it is reached by Tab, says why, and buys nothing',
    async (availability, text) => {
      await open({ offers: offersOf(offerOf('gone', { availability, reason: 'Ask us' }), middle) });
      const folded = the('unavailable-offers') as HTMLDetailsElement;
      expect([folded.open, folded.querySelector('summary')?.textContent]).toEqual([false, '1 not available']);
      expect(rows()).toEqual(['eu3', 'gone']);
      const row = folded.querySelector<HTMLButtonElement>('[data-testid=offer]');
      expect([row?.disabled, row?.tabIndex, row?.getAttribute('aria-disabled')]).toEqual([false, 0, 'true']);
      expect(row?.textContent).toContain(`${text} · Ask us`);
      await act(() => row?.click());
      expect(sent).toEqual([]);
    },
  );

  test('7.17 says that it is a new eSIM, and that the one there is not activated', async () => {
    const page = { url: 'https://axis.example/buy', isNewCard: true };
    const offers = offersOf({ ...middle, effect: 'unknown', page });
    await open({ offers });
    expect(the('offer').getAttribute('href')).toBe(page.url);
    expect(the('offer-effect').textContent).toBe('A new eSIM. It adds nothing to this card.');
    await open({ offers }, { ...healthy, plans: healthy.plans.map((plan) => ({ ...plan, state: 'queued' as const })) });
    expect(the('offer-effect').textContent).toContain('The one you have is not activated yet.');
  });

  test('7.17 that is not on sale says nothing of an effect', async () => {
    await open({ offers: offersOf(offerOf('gone', { availability: 'sold-out' })) });
    expect(all('offer-effect')).toEqual([]);
  });

  test('says what buying it would lose, with a sign', async () => {
    await open({ offers: offersOf(middle, offerOf('new', { effect: 'replace' })) });
    expect(all('offer-effect').map(({ dataset }) => dataset.warns)).toEqual(['false', 'true']);
    expect(all('offer-effect')[1]?.textContent).toBe('Your 1.24 GB would be lost.');
    expect(all('offer-effect').map((effect) => effect.querySelectorAll('svg').length)).toEqual([0, 1]);
  });
});

test('under the large button stand what it does and what is bad about that, a line each', async () => {
  const offers = offersOf({ ...middle, effect: 'replace', durationMs: 7 * dayMs });
  await renderPage(<Popup shown={shownOf(healthy, { samples, offers })} now={now} show={() => undefined} />);
  expect(document.querySelector('#renew-effect')?.textContent).toContain('Replaces the present plan, lasts until');
  expect(all('moment').map((moment) => moment.textContent)).toEqual([
    'Your 1.24 GB would be lost.',
    'It then ends 30 Nov, earlier than now (4 Dec).',
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

test.each([
  ['seller', []],
  ['price', []],
  ['per-gb', ['SEK 33.00 / GB', 'SEK 39.00 / GB']],
  ['per-day', ['SEK 1.30 / day', 'SEK 3.30 / day']],
] as const)('sorted by %s, rows say that price alone beside the whole', async (sort, prices) => {
  await open({ offers: offersOf(small, middle) });
  await change('offer-sort', sort);
  expect(found('.offer-per').map(text)).toEqual(prices);
});

test('only all plans together are sorted', async () => {
  await open();
  await change('offer-sort', 'price');
  await act(() => all('offer-tab')[2]?.click());
  expect([all('offer-sort'), rows()]).toEqual([[], ['eu10', 'eu1', 'eu3']]);
});

test('the sort control has a name and is none of the tabs', async () => {
  await open();
  expect(the('offer-sort').closest('[role=tablist]')).toBeNull();
  expect((the('offer-sort') as HTMLSelectElement).labels?.[0]?.textContent).toContain('Sort plans by');
});
