import { describe, expect, test } from 'vitest';
import {
  possibleTotals,
  proposedAnswers,
  settledAnswers,
} from '../../../../../utils/core/page/setup/proposed-answers.ts';
import { shownReading } from '../../../../../utils/core/page/setup/shown-reading.ts';
import { amountOf, draftOf, endOn, figureOf, unclearFigure } from './draft-setup.ts';

const gb = 1_000_000_000;
const proposalFor = (draft: ReturnType<typeof draftOf>) => shownReading(draft, proposedAnswers(draft));

describe('without a change by the person', () => {
  test('the picked figure, the likely total and the likely end are taken', () => {
    expect(proposalFor(draftOf())).toEqual({
      id: 'part-1',
      balance: { kind: 'known', leftBytes: 2.75 * gb, totalBytes: 10 * gb },
      endsAt: Date.UTC(2026, 11, 22),
    });
  });

  test('the seller is called as its host, and the account is the likeliest text', () => {
    expect(proposedAnswers(draftOf({ url: 'https://www.carrier.example/me' }))).toMatchObject({
      name: 'carrier.example',
      account: 0,
    });
    expect(proposedAnswers(draftOf({ accounts: [] })).account).toBeNull();
  });

  test('what is used is taken from its total', () => {
    const draft = draftOf({ figures: [figureOf('2.75 GB', { meaning: 'used' })] });
    expect(proposalFor(draft)?.balance).toEqual({ kind: 'known', leftBytes: 7.25 * gb, totalBytes: 10 * gb });
  });

  test('a figure without a word is what is left, and further ones are left out', () => {
    const draft = draftOf({ figures: [figureOf('3 GB', { meaning: null }), figureOf('1 GB')] });
    expect(proposedAnswers(draft)).toMatchObject({ meaning: 'left', also: [] });
  });

  test('a total or an end that is not likely is not taken', () => {
    const draft = draftOf({ isTotalLikely: false, isEndLikely: false });
    expect(proposedAnswers(draft)).toMatchObject({ total: null, end: null });
  });

  test('of what is used the first possible total is taken, likely or not', () => {
    const figures = [figureOf('2.75 GB', { meaning: 'used' })];
    const draft = draftOf({ figures, totals: [amountOf('1 GB'), amountOf('5 GB')], isTotalLikely: false });
    expect(proposedAnswers(draft).total).toEqual({ kind: 'found', index: 1 });
  });

  test('a likely total that is less than what is left is not taken', () => {
    expect(proposedAnswers(draftOf({ totals: [amountOf('2 GB')] })).total).toBeNull();
  });
});

describe('from the total that is taken it follows', () => {
  const taken = (figure: ReturnType<typeof figureOf>, total: string) => {
    const draft = draftOf({ figures: [figure], totals: [amountOf(total)], isTotalLikely: false, decimal: null });
    const answers = { ...proposedAnswers(draft), total: { kind: 'found', index: 0 } as const };
    return { draft, answers, settled: settledAnswers(draft, { ...answers, byteUnit: 1000, valueReading: 1 }) };
  };

  test.each([
    ['0.5 GB', '10240 MB', 1024],
    ['10240 MB', '10 GB', 1024],
    ['2 GB', '10000 MB', 1000],
  ])('how many MB a GB has: %s of %s', (figure, total, byteUnit) => {
    const { draft, settled } = taken(figureOf(figure), total);
    expect(settled.byteUnit).toBe(byteUnit);
    expect(possibleTotals(draft, settled)).toEqual([0]);
  });

  test('that a number is not a thousand', () => {
    const { draft, settled } = taken(unclearFigure, '5 GB');
    expect(settled.valueReading).toBe(0);
    expect(shownReading(draft, settled)?.balance).toMatchObject({ leftBytes: 1_234_000_000 });
  });
});

describe('a number that is one or a thousand', () => {
  const draft = draftOf({ figures: [unclearFigure], totals: [], decimal: null });

  test.each([
    ['en', 1_234_000_000],
    ['de-AT', 1_234 * gb],
    ['', 1_234_000_000],
    ['no language', 1_234_000_000],
  ])('is proposed by the page’s language %j', (language, leftBytes) => {
    expect(proposalFor({ ...draft, language })?.balance).toMatchObject({ leftBytes });
  });

  test.each([
    ['.', 1_234_000_000],
    [',', 1_234 * gb],
  ] as const)('is read by the decimal %j that the page proves', (decimal, leftBytes) => {
    expect(proposalFor({ ...draft, decimal })?.balance).toMatchObject({ leftBytes });
  });

  test('is not read as more than its total', () => {
    expect(proposalFor({ ...draft, language: 'de', totals: [amountOf('3 GB')] })?.balance).toMatchObject({
      leftBytes: 1_234_000_000,
      totalBytes: 3 * gb,
    });
  });

  test('is read as its total is', () => {
    const totals = [amountOf('1.500 GB', ['1.500', '1500'])];
    expect(proposalFor({ ...draft, language: 'de', totals })?.balance).toMatchObject({ totalBytes: 1_500 * gb });
  });
});

describe('what a GB is', () => {
  test.each([
    ['400 MB', '2 GB', 1000],
    ['400 MB', '10240 MB', 1024],
    ['400 MB', '10000 MB', 1000],
    ['4 GB', '10240 MB', 1024],
    ['4 GiB', '10 GiB', 1024],
  ])('of %s and %s is %d', (left, total, byteUnit) => {
    expect(proposedAnswers(draftOf({ figures: [figureOf(left)], totals: [amountOf(total)] }))).toMatchObject({
      byteUnit,
    });
  });
});

test('more than 999 MB beside whole GB are of 1024', () => {
  const draft = draftOf({ figures: [figureOf('1 GB', { rest: { value: '1010', unit: 'MB' } })] });
  expect(proposedAnswers(draft)).toMatchObject({ byteUnit: 1024, total: { kind: 'found' } });
});

describe('an end', () => {
  const ambiguous = endOn('03/04/2027', ['2027-04-04T00:00:00Z', '2027-03-05T00:00:00Z'], ['dmy', 'mdy']);

  test('that can be read in two ways is read as the page’s other dates', () => {
    expect(proposedAnswers(draftOf({ ends: [ambiguous], dateOrder: 'mdy' })).end).toMatchObject({ reading: 1 });
  });

  test('is rather one to come than one that is over', () => {
    const ends = [endOn('03/12/2026', ['2026-03-13T00:00:00Z', '2026-12-04T00:00:00Z'], ['mdy', 'dmy'])];
    expect(proposedAnswers(draftOf({ ends })).end).toEqual({ kind: 'found', index: 0, reading: 1 });
  });
});

describe('the page to top up', () => {
  test.each([
    [['https://my.carrier.example/topup'], 'https://my.carrier.example/topup'],
    [['https://shop.other.example/topup', 'https://my.carrier.example/pay'], 'https://my.carrier.example/pay'],
    [['https://shop.other.example/topup'], null],
    [['javascript:alert(1)', 'https://me@my.carrier.example/topup'], null],
    [[], null],
  ])('of the links %j is %j', (urls, topUpUrl) => {
    const topUpLinks = urls.map((url) => ({ text: 'Top up', url }));
    expect(proposedAnswers(draftOf({ topUpLinks })).topUpUrl).toBe(topUpUrl);
  });
});
