// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PageDraft } from '../../../../utils/core/page/page-draft.ts';
import { accountOf, amountOf, draftOf, endOn, figureOf, unclearFigure } from '../../core/page/setup/draft-setup.ts';
import { found, the, typeInto, unmount } from '../render-setup.tsx';
import { choicesOf, openDraft, page, pressAndWait, startSetup, take, takenOf } from './setup-page.tsx';

beforeEach(startSetup);
afterEach(unmount);

const open = (some: Partial<PageDraft>) => openDraft({ draft: draftOf(some), account: null, isAllowed: false });
const reading = () => the('page-reading').textContent;
const legend = () => found('legend').map(({ textContent }) => textContent);
const savedAnswers = async () => {
  await pressAndWait('page-when-pressed');
  return page.sent[0]?.payload.answers;
};

describe('a number that is one or a thousand', () => {
  const draft = { figures: [unclearFigure], totals: [], isTotalLikely: false, decimal: null };

  test('is asked about, stands as the page writes it until then, and is not saved before', async () => {
    await open(draft);
    expect(reading()).toBe('1.234 GB left');
    expect(legend()).toEqual(['The page says “1.234 GB”. How much is that?']);
    expect(choicesOf('ask-number')).toEqual(['A little more than 1 GB', '1,234 GB, more than a thousand']);
    expect(takenOf('ask-number')).toEqual([]);
    await pressAndWait('page-keep');
    expect(page.asked).toEqual([]);
    expect(page.sent).toEqual([]);
    expect(the('page-notice').textContent).toBe('Answer what is marked first.');
    expect(the('ask-number').contains(document.activeElement)).toBe(true);
    expect(the('ask-number').textContent).toContain('Choose one.');
  });

  test.each([
    ['A little more than 1 GB', '1.23 GB left', 0],
    ['1,234 GB, more than a thousand', '1.23 TB left', 1],
  ])('once it is told: %s', async (choice, text, valueReading) => {
    await open(draft);
    await take('ask-number', choice);
    expect(reading()).toBe(text);
    expect(await savedAnswers()).toMatchObject({ valueReading });
  });
});

describe('a figure without a word', () => {
  test('may be what is used, of its total', async () => {
    await open({ figures: [figureOf('2.75 GB', { meaning: null })] });
    expect(takenOf('ask-meaning')).toEqual([]);
    await take('ask-meaning', 'What is used');
    expect(reading()).toBe('7.25 GB left');
    expect(await savedAnswers()).toMatchObject({ meaning: 'used' });
  });

  test('that is used needs a total, which can be typed', async () => {
    await open({ figures: [figureOf('2.75 GB', { meaning: null })], totals: [], isTotalLikely: false });
    await take('ask-meaning', 'What is used');
    expect(reading()).toBe('2.75 GB used');
    await pressAndWait('page-keep');
    expect(page.asked).toEqual([]);
    await typeInto('field-total', '5');
    expect(reading()).toBe('2.25 GB left');
    expect(await savedAnswers()).toMatchObject({ total: { kind: 'bytes', bytes: 5_000_000_000 } });
  });
});

describe('the total', () => {
  test('can be another that was found, a typed one, or none', async () => {
    await open({ totals: [amountOf('10 GB'), amountOf('20 GB'), amountOf('1 GB')] });
    await pressAndWait('change-total');
    expect(choicesOf('ask-total')).toEqual(['10 GB', '20 GB', 'Another amount', 'The page does not say']);
    expect(takenOf('ask-total')).toEqual(['10 GB']);
    expect(the('ask-total').contains(document.activeElement)).toBe(true);
    await take('ask-total', 'The page does not say');
    expect(await savedAnswers()).toMatchObject({ total: null });
  });

  test.each([
    ['x', 'That is not an amount'],
    ['1', 'less than what is left or used'],
  ])('that is typed as %j is not saved', async (typed, sentence) => {
    await open({});
    await pressAndWait('change-total');
    await take('ask-total', 'Another amount');
    await typeInto('field-total', typed);
    await pressAndWait('page-when-pressed');
    expect(page.sent).toEqual([]);
    expect(the('ask-total').textContent).toContain(sentence);
  });
});

describe('the end', () => {
  const ambiguous = endOn('03/04/2027', ['2027-04-04T00:00:00', '2027-03-05T00:00:00'], ['dmy', 'mdy']);

  test('that can be read in two ways is asked for, as days that cannot be mistaken', async () => {
    await open({ ends: [ambiguous] });
    expect(choicesOf('ask-end').slice(0, 2)).toEqual(['Sat, 3 Apr 2027', 'Thu, 4 Mar 2027']);
    expect(takenOf('ask-end')).toEqual([]);
    await take('ask-end', 'Thu, 4 Mar 2027');
    expect(await savedAnswers()).toMatchObject({ end: { kind: 'found', index: 0, reading: 1 } });
  });

  test('can be another day, which ends with its last minute', async () => {
    await open({});
    await pressAndWait('change-end');
    await take('ask-end', 'Another day');
    await pressAndWait('page-when-pressed');
    expect(page.sent).toEqual([]);
    await typeInto('field-end', '2027-01-31');
    expect(await savedAnswers()).toMatchObject({ end: { kind: 'instant', at: Date.parse('2027-02-01T00:00:00') } });
  });

  test('can be none', async () => {
    await open({});
    await pressAndWait('change-end');
    await take('ask-end', 'The page does not say');
    expect(await savedAnswers()).toMatchObject({ end: null });
  });
});

test('a further figure can be a part of the card, a card of its own, or left out', async () => {
  await open({ figures: [figureOf('2.75 GB'), figureOf('1 GB', { heading: 'Bonus' })] });
  expect(legend()).toEqual(['Also on this page: Bonus, 1 GB']);
  expect(takenOf('ask-also-1')).toEqual(['Leave it out']);
  await take('ask-also-1', 'It is a card of its own');
  expect(takenOf('ask-also-1')).toEqual(['It is a card of its own']);
  expect(await savedAnswers()).toMatchObject({ also: [{ figure: 1, as: 'card' }] });
});

test('of several texts that may name the account one is taken, or none', async () => {
  const accounts = ['anna@mail.example', '•••• 4821'].map(accountOf);
  await open({ accounts });
  expect(takenOf('ask-account')).toEqual(['anna@mail.example']);
  await take('ask-account', 'None of these');
  expect(await savedAnswers()).toMatchObject({ account: null });
});

test('how many MB a GB has is asked where it makes a difference', async () => {
  await open({ figures: [figureOf('400 MB')], totals: [amountOf('2 GB')] });
  expect(takenOf('ask-byte-unit')).toEqual(['1,000']);
  await take('ask-byte-unit', '1,024');
  expect(await savedAnswers()).toMatchObject({ byteUnit: 1024 });
});
