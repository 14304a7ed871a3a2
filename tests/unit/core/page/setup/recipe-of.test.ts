import { describe, expect, test } from 'vitest';
import type { PageAnswers } from '../../../../../utils/core/page/page-answers.ts';
import { exportRecipe } from '../../../../../utils/core/page/setup/export-recipe.ts';
import { proposedAnswers } from '../../../../../utils/core/page/setup/proposed-answers.ts';
import { recipeOf } from '../../../../../utils/core/page/setup/recipe-of.ts';
import { draftOf, endOn, figureOf, percentOf, placeOf, unclearFigure } from './draft-setup.ts';

const draft = draftOf({ figures: [figureOf('2.75 GB'), figureOf('1 GB'), figureOf('3 GB', { meaning: null })] });
const withAnswers = (some: Partial<PageAnswers>): PageAnswers => ({ ...proposedAnswers(draft), ...some });

describe('a recipe', () => {
  test('holds where figure, total and end stand, and no value of them', () => {
    const place = placeOf('remaining data', 'travel plan europe');
    expect(recipeOf(draft, withAnswers({}))).toEqual({
      address: { origin: 'https://my.carrier.example', path: '/account', query: 'line=1' },
      parts: [
        {
          ...{ id: 'part-1', cardKey: 'card-1', name: 'Travel plan Europe', meaning: 'left', isBare: false },
          figure: place,
          total: { kind: 'place', place },
          end: { kind: 'place', place: placeOf('valid until', 'travel plan europe') },
        },
      ],
      account: { marks: [{ place: 'header', shape: 'signed in as #', hash: 'hash-of-•••• 4821' }] },
      salt: 'salt',
      selection: [],
      decimal: '.',
      dateOrder: null,
      byteUnit: 1000,
      language: 'en',
    });
  });

  test('says of a percentage that it is one', () => {
    const ofTotal = draftOf({ figures: [percentOf('62')] });
    const recipe = recipeOf(ofTotal, proposedAnswers(ofTotal));
    expect(recipe.parts).toMatchObject([{ isPercent: true, total: { kind: 'place' } }]);
    expect(exportRecipe(recipe).parts).toMatchObject([{ isPercent: true }]);
  });

  test('holds a total and an end that the person has entered', () => {
    const [part] = recipeOf(
      draft,
      withAnswers({ total: { kind: 'bytes', bytes: 7 }, end: { kind: 'instant', at: 9 } }),
    ).parts;
    expect(part).toMatchObject({ total: { kind: 'bytes', bytes: 7 }, end: { kind: 'instant', at: 9 } });
  });

  test('has further figures as parts of the card or as cards, under ids that do not depend on what else is taken', () => {
    const also = [
      { figure: 1, as: 'part' as const },
      { figure: 2, as: 'card' as const },
    ];
    const ids = (some: PageAnswers['also']) =>
      recipeOf(draft, withAnswers({ also: some, meaning: 'left' })).parts.map(({ id, cardKey, meaning }) => [
        id,
        cardKey,
        meaning,
      ]);
    expect(ids(also)).toEqual([
      ['part-1', 'card-1', 'left'],
      ['part-2', 'card-1', 'left'],
      ['part-3', 'card-3', 'left'],
    ]);
    expect(ids(also.slice(1)).at(-1)).toEqual(['part-3', 'card-3', 'left']);
  });

  test('of a page that names nobody, or where none of its texts is the account’s, knows no account', () => {
    expect(recipeOf(draft, withAnswers({ account: null })).account).toBeNull();
  });

  test.each([
    [0, '.'],
    [1, ','],
  ])('remembers how the person read the number: %d', (valueReading, decimal) => {
    const unclear = draftOf({ figures: [unclearFigure], totals: [], decimal: null });
    expect(recipeOf(unclear, { ...proposedAnswers(unclear), valueReading }).decimal).toBe(decimal);
  });

  test('remembers which the month was', () => {
    const ends = [endOn('03/04/2027', ['2027-04-04', '2027-03-05'], ['dmy', 'mdy'])];
    const unclear = draftOf({ ends });
    const answers = { ...proposedAnswers(unclear), end: { kind: 'found', index: 0, reading: 1 } as const };
    expect(recipeOf(unclear, answers).dateOrder).toBe('mdy');
    expect(recipeOf({ ...unclear, dateOrder: 'dmy' }, answers).dateOrder).toBe('dmy');
  });
});

describe('an exported recipe', () => {
  const url = 'https://my.carrier.example/me/46701234567/plan?line=anna%40mail.example&view=data';
  const recipe = recipeOf(
    { ...draft, url, accounts: draft.accounts },
    {
      ...withAnswers({
        total: { kind: 'bytes', bytes: 10_000_000_123 },
        end: { kind: 'instant', at: 1_766_000_000_123 },
      }),
    },
  );
  const exported = exportRecipe({
    ...recipe,
    selection: ['0:#\nhash-of-081234567890'],
    parts: recipe.parts.map((part) => ({
      ...part,
      name: 'Anna, 4821',
      figure: { ...part.figure, ids: ['data-left', 'line-46701234567'] },
    })),
  });

  test('has nothing of the account', () => {
    expect(JSON.stringify(exported)).not.toMatch(
      /hash-of|salt":"s|10000000123|1766000000123|46701234567|anna|Anna|4821/,
    );
  });

  test('has the address as a pattern, and where the figure and the account stand', () => {
    expect(exported.address).toEqual({
      origin: 'https://my.carrier.example',
      path: '/me/*/plan',
      query: 'line=*&view=data',
    });
    expect(exported.account).toEqual({ marks: [{ place: 'header', shape: 'signed in as #', hash: '' }] });
    expect(exported.parts[0]).toMatchObject({
      name: 'travel plan europe',
      figure: { before: 'remaining data', headings: ['travel plan europe'], ids: ['data-left'], identifiers: [] },
      total: null,
      end: null,
    });
  });
});
