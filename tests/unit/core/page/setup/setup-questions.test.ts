import { describe, expect, test } from 'vitest';
import type { PageDraft } from '../../../../../utils/core/page/page-draft.ts';
import { proposedAnswers } from '../../../../../utils/core/page/setup/proposed-answers.ts';
import { endChoices, questionsOf } from '../../../../../utils/core/page/setup/setup-questions.ts';
import { accountOf, amountOf, draftOf, endOn, figureOf, percentOf, unclearFigure } from './draft-setup.ts';

const asked = (draft: PageDraft) => questionsOf(draft, proposedAnswers(draft));
const ambiguousEnd = endOn('03/04/2027', ['2027-04-04T00:00:00Z', '2027-03-05T00:00:00Z'], ['dmy', 'mdy']);

test('of a page that leaves nothing open nothing is asked', () => {
  expect(asked(draftOf())).toEqual([]);
});

describe('it has to be answered', () => {
  test.each<[string, Partial<PageDraft>, string]>([
    ['whether a number is one or a thousand', { figures: [unclearFigure], totals: [], decimal: null }, 'number'],
    ['whether a total is', { totals: [amountOf('3.500 GB', ['3.500', '3500'])], decimal: null }, 'number'],
    ['what a figure without a word means', { figures: [figureOf('2 GB', { meaning: null })] }, 'meaning'],
    ['which the month is', { ends: [ambiguousEnd] }, 'end'],
    ['of what so many percent are left', { figures: [percentOf('62')], totals: [] }, 'total'],
    [
      'of which of two it is so many percent',
      { figures: [percentOf('62')], totals: [amountOf('10 GB'), amountOf('20 GB')], isTotalLikely: false },
      'total',
    ],
    ['of what so much is used', { figures: [figureOf('2 GB', { meaning: 'used' })], totals: [] }, 'total'],
  ])('%s', (_, more, kind) => {
    expect(asked(draftOf(more))).toEqual([{ kind, isNeeded: true }]);
  });
});

describe('it is asked, with an answer that can stand', () => {
  test.each<[string, Partial<PageDraft>, string]>([
    ['which total', { totals: [amountOf('10 GB'), amountOf('20 GB')], isTotalLikely: false }, 'total'],
    ['which end', { isEndLikely: false }, 'end'],
    ['how many MB a GB has', { figures: [figureOf('400 MB')], totals: [amountOf('2 GB')] }, 'byte-unit'],
    [
      'how many MB a GB has, of two in one amount',
      { figures: [figureOf('1 GB', { rest: { value: '200', unit: 'MB' } })], totals: [] },
      'byte-unit',
    ],
    ['which text names the account', { accounts: ['4821', 'a@b.example'].map(accountOf) }, 'account'],
  ])('%s', (_, more, kind) => {
    expect(asked(draftOf(more))).toEqual([{ kind, isNeeded: false }]);
  });

  test('what is to become of each further figure, but for used data without a total', () => {
    const [left, used] = [figureOf('1 GB'), figureOf('3 GB', { meaning: 'used' })];
    expect(asked(draftOf({ figures: [figureOf('2 GB'), left, used] }))).toEqual([
      { kind: 'also', figure: 1, isNeeded: false },
    ]);
  });
});

describe('it is not asked', () => {
  test.each<[string, Partial<PageDraft>]>([
    ['how a number is read that would be more than its total', { figures: [unclearFigure], decimal: null }],
    ['how a number is read where the page’s other numbers say it', { figures: [unclearFigure], totals: [] }],
    ['which the month is where the page’s other dates say it', { ends: [ambiguousEnd], dateOrder: 'mdy' }],
    ['which the month is where both are the same day', { ends: [endOn('04/04/2027', ['2027-04-05', '2027-04-05'])] }],
    ['which total where none is large enough', { totals: [amountOf('1 GB')], isTotalLikely: false }],
    ['how many MB a GB has where a total says it', { figures: [figureOf('4 GB')], totals: [amountOf('10240 MB')] }],
    ['of which total it is so many percent where one is likely', { figures: [percentOf('62')] }],
    ['which account where none was found', { accounts: [] }],
  ])('%s', (_, more) => {
    expect(asked(draftOf(more))).toEqual([]);
  });
});

test('the days to choose from are those the page leaves open, each once', () => {
  const again = endOn('4 April 2027', ['2027-04-04T00:00:00Z']);
  expect(endChoices(draftOf({ ends: [ambiguousEnd, again] })).map(({ index, reading }) => [index, reading])).toEqual([
    [0, 0],
    [0, 1],
  ]);
  expect(endChoices(draftOf({ ends: [ambiguousEnd], dateOrder: 'mdy' }))).toHaveLength(1);
});
