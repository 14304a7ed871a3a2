// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DraftPart, PageDraft } from '../../../utils/core/page/page-draft.ts';
import {
  clickAt,
  fakeLayout,
  finish,
  forgetLayout,
  markedBox,
  pickOn,
  pressKey,
  results,
  textIn,
  words,
} from './picker-setup.ts';

beforeEach(fakeLayout);
afterEach(forgetLayout);

/** A page's number is picked, and then a part of that draft is to be pointed at, on the page as it is later. */
async function pickThen(what: DraftPart, html: string, later = html): Promise<void> {
  pickOn(html);
  pressKey('Enter');
  await finish();
  const draft = results.pop() as PageDraft;
  pickOn(later, { what, draft });
}

describe('a date', () => {
  const dates = `<main><h2>Plan</h2><p>Remaining data</p><p><b data-box="10 100 60 20">2.75 GB</b></p>
    <p>Valid until</p><p data-box="10 140 90 20">1 January</p><h2>Bills</h2>
    <p>Due</p><p data-box="10 200 90 20">9 January</p></main>`;

  test('alone is marked where the end is pointed at, the likeliest at once, and taken into the draft', async () => {
    await pickThen('end', dates);
    expect(markedBox()).toBe('10 140 90 20');
    pressKey('Tab');
    expect([markedBox(), textIn('spoken')]).toEqual(['10 200 90 20', 'Due 9 January']);
    clickAt(30, 110);
    expect([textIn('hint'), results]).toEqual([words.notThere, []]);
    clickAt(30, 210);
    await finish();
    expect(results[0]).toMatchObject({ figures: [{ text: '2.75 GB' }], isEndLikely: true });
    expect(results[0]?.ends.map(({ text, pointed }) => [text, pointed?.isFixed])).toEqual([
      ['9 January', false],
      ['1 January', undefined],
    ]);
  });

  test('is not taken from a page that is not the number’s any more: it says so, and goes on', async () => {
    await pickThen('end', dates, dates.replace('Remaining data', 'Roaming data'));
    clickAt(30, 150);
    await vi.waitFor(() => expect(textIn('hint')).toBe(words.otherPage));
    pressKey('Escape');
    expect(results).toEqual([null]);
  });

  test('that is missing is said to be', async () => {
    await pickThen('end', dates, dates.replaceAll(/\d January/g, 'soon'));
    expect([textIn('title'), markedBox()]).toEqual([words.noneHere, null]);
  });
});

describe('an amount that may be the total', () => {
  test('is marked where that is pointed at, and taken into the draft', async () => {
    const amounts = `<main><h2>Plan</h2><p>Remaining data</p>
      <p><b data-box="10 100 60 20">2.75 GB</b> of <i data-box="90 100 50 20">10 GB</i></p>
      <p>Used <b data-box="10 200 60 20">1.2 GB</b></p></main>`;
    await pickThen('total', amounts);
    expect(markedBox()).toBe('90 100 50 20');
    clickAt(30, 210);
    expect(textIn('hint')).toBe(words.notThere);
    pressKey('Enter');
    await finish();
    expect(results[0]?.totals[0]).toMatchObject({ text: '10 GB', pointed: { isFixed: false } });
  });
});
