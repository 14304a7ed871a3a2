// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { UsageSamples } from '../../../../utils/core/history/usage-samples.ts';
import { parseEndOfDay, toDateValue } from '../../../../utils/core/recommendation/need-until.ts';
import { dayMs } from '../../../../utils/core/values/time.ts';
import { change, id, offersOf, open, small } from '../offers/offers-setup.tsx';
import { cardOf, now } from '../popup-setup.ts';
import { all, sent, startRendering, the, unmount } from '../render-setup.tsx';

beforeEach(startRendering);
afterEach(unmount);

const dateField = () => the('need-until') as HTMLInputElement;

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
    await open({ until: neededUntil });
    expect(dateField().value).toBe(toDateValue(now + 3 * dayMs));
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
    expect(dateField().value).toBe(toDateValue(now + 30 * dayMs));
    expect(dateField().labels?.[0]?.textContent).toBe('I need data until');
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
    await open({ until: now - dayMs });
    expect(dateField().value).toBe(toDateValue(now + 30 * dayMs));
  });

  test('is not taken away half typed when all is drawn anew', async () => {
    await open();
    const input = dateField();
    input.focus();
    input.value = '';
    await open();
    expect(input.value).toBe('');
    await act(() => input.blur());
    expect(input.value).toBe(toDateValue(now + 30 * dayMs));
  });
});

test('what is needed is read out by itself only once the date was changed', async () => {
  await open();
  expect(the('need').getAttribute('role')).toBeNull();
  await change('need-until', '2026-12-20');
  expect(the('need').getAttribute('role')).toBe('status');
});
