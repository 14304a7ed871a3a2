import { describe, expect, test } from 'vitest';
import { amountCandidates, bestGuess } from '../../../../../utils/core/page/pick/amount-candidates.ts';
import { proposedAnswers } from '../../../../../utils/core/page/setup/proposed-answers.ts';
import { questionsOf } from '../../../../../utils/core/page/setup/setup-questions.ts';
import { setupProblem, shownReading } from '../../../../../utils/core/page/setup/shown-reading.ts';
import { draftOf, leftOn, read, recipeFor, treeOf } from './page-setup.ts';

const GB = 1_000_000_000;

const card = (label: string, value: string, more = '') =>
  `<main><section><h3>Europe</h3><div><p>${label}</p><div>${value}</div></div>${more}</section></main>`;
const gauge = (value: string, attributes = '') => `<progress value="${value}" max="100" ${attributes}></progress>`;
const total = { kind: 'bytes', bytes: 10 * GB } as const;

describe('a percentage of a total that stands with it', () => {
  test.each([
    ['left', '62 % of 10 GB', 6.2 * GB, '12,5 % of 20 GB', 2.5 * GB],
    ['used', '62 % of 10 GB', 3.8 * GB, '0 % of 10 GB', 10 * GB],
    ['left', '62.55% of 1000 B', 625, '100 % of 1 GB', GB],
  ])('is what is %s of it: %s', (meaning, value, left, later, leftLater) => {
    const written = value.slice(0, value.indexOf('%') + 1);
    const draft = draftOf(treeOf(card(`Data ${meaning}`, value)), written);
    expect(draft).toMatchObject({ figures: [{ isPercent: true, meaning }], isTotalLikely: true, unread: null });
    expect(shownReading(draft, proposedAnswers(draft))?.balance).toMatchObject({ leftBytes: left });
    const recipe = recipeFor(card(`Data ${meaning}`, value), written);
    expect(leftOn(card(`Data ${meaning}`, value), recipe)).toBe(left);
    expect(leftOn(card(`Data ${meaning}`, later), recipe)).toBe(leftLater);
  });

  test.each(['You have used 62% of your 10 GB plan', '已用62%流量，共10GB'])(
    'may be in one sentence with it: %s',
    (text) => {
      const draft = draftOf(treeOf(card('Data', text)), '62%');
      expect(shownReading(draft, proposedAnswers(draft))?.balance).toMatchObject({ leftBytes: 3.8 * GB });
    },
  );

  test('is not known where it is more than all, or the total is gone', () => {
    const recipe = recipeFor(card('Data used', '62% of 10 GB'), '62%');
    expect(leftOn(card('Data used', '120% of 10 GB'), recipe)).toBe('unclear-number');
    expect(leftOn(card('Data used', '12% of –'), recipe)).toBe('changed');
  });
});

describe('a percentage alone', () => {
  const body = card('Data left', '62 %');

  test('has to be told what it is of', () => {
    const draft = draftOf(treeOf(body), '62 %');
    const answers = proposedAnswers(draft);
    expect(setupProblem(draft, answers)).toBe('needs-total');
    expect(questionsOf(draft, answers)).toContainEqual({ kind: 'total', isNeeded: true });
    expect(setupProblem(draft, { ...answers, total })).toBeNull();
    expect(draft.unread).toBeNull();
  });

  test('is of a total that is typed', () => {
    expect(leftOn(card('Data left', '7 %'), recipeFor(body, '62 %', { total }))).toBe(0.7 * GB);
  });

  test.each([
    ['an amount', '1.2 GB', 'changed'],
    ['nothing', '…', 'empty'],
    ['a bound', '< 1 %', 'empty'],
    ['a discount', '-20 %', 'empty'],
    ['a part of a number', '<i>6</i><i>2 %</i>', 'empty'],
  ])('is not told where %s stands there later', (_, value, reason) => {
    expect(leftOn(card('Data left', value), recipeFor(body, '62 %', { total }))).toBe(reason);
  });
});

describe('a gauge without words', () => {
  const body = (value: string) => card('Data used', gauge(value), '<p>10 GB a month</p>');

  test.each([
    ['<progress value="62" max="100"></progress>', '62%'],
    ['<progress value=".6200000000000001"></progress>', '62%'],
    ['<progress value="70" max="100">70 %</progress>', '70%'],
    ['<meter min="0" max="30" value="10"></meter>', '33.3%'],
    ['<div role="progressbar" aria-valuenow="57" aria-valuemax="100"><i style="width:57%"></i></div>', '57%'],
    ['<span role="meter" aria-valuenow="0.57" aria-valuemax="1"></span>', '57%'],
  ])('shows a percentage: %s', (value, written) => {
    const candidates = amountCandidates(treeOf(card('Data used', value)));
    expect(candidates.map(({ run }) => run.text)).toEqual([written]);
    expect(candidates[0]?.meanings.has('used')).toBe(true);
  });

  test.each([
    '<progress></progress>',
    '<progress value="0" max="100"></progress>',
    '<progress value="120" max="100"></progress>',
    '<progress value="-1" max="100"></progress>',
    '<progress value="50 %" max="100"></progress>',
    '<progress value="0" max="0"></progress>',
    '<meter min="20" max="100" value="60"></meter>',
    '<progress value="0.0001"></progress>',
    '<progress value="99.99" max="100"></progress>',
    '<progress value="70" max="100">7 of 10</progress>',
    '<div role="progressbar" aria-valuenow="62" aria-valuetext="some"></div>',
    '<div role="slider" aria-valuenow="62"></div>',
    '<div role="progressbar" aria-valuenow="62" aria-label="Line 2"></div>',
  ])('shows none that is certain: %s', (value) => {
    expect(amountCandidates(treeOf(card('Data used', value)))).toEqual([]);
  });

  test('is read of its total later', () => {
    const recipe = recipeFor(body('62'), '62%', { total });
    expect(leftOn(body('62'), recipe)).toBe(3.8 * GB);
    expect(leftOn(body('70.1'), recipe)).toBe(2.99 * GB);
    expect(leftOn(body('70.1').replace('Data used', 'Data left'), recipe)).toBe('changed');
    expect(leftOn(body('70.1').replace('Europe', 'Asia'), recipe)).toBe('changed');
  });

  test('is called by the name it has for those who cannot see it', () => {
    const named = (name: string, value: string) => card('My plan', gauge(value, `aria-label="${name}"`));
    const recipe = recipeFor(named('Data used', '62'), '62%', { total });
    expect(leftOn(named('Data used', '30'), recipe)).toBe(7 * GB);
    expect(leftOn(named('Data left', '30'), recipe)).toBe('changed');
  });

  test('comes between no label and its amount, and between no two gauges', () => {
    const both = (left: string, first: string, second = '') =>
      card('Data left', `${gauge(first)}${second}<p>${left}</p>`);
    expect(leftOn(both('1 GB', '10'), recipeFor(card('Data left', '<p>2 GB</p>'), '2 GB'))).toBe(GB);
    const recipe = recipeFor(both('2 GB', '20'), '20%', { total });
    expect(leftOn(both('1 GB', '10'), recipe)).toBe(GB);
    expect(leftOn(both('1 GB', '10', gauge('90')), recipe)).toBe('ambiguous');
  });

  test('keeps the end that stands with it', () => {
    const until = (day: string) => card('Data used', gauge('62'), `<p>Valid until ${day} 2026</p>`);
    const recipe = recipeFor(until('21 December'), '62%', { total });
    expect(read(until('3 December'), recipe)).toMatchObject({ parts: [{ endsAt: Date.UTC(2026, 11, 3, 23) }] });
  });
});

test('is never the best guess, and stands in document order', () => {
  const candidates = amountCandidates(
    treeOf(card('Data left', `62 %<p>2 GB (20 %) left</p>`, `<p>Share</p>${gauge('62')}`)),
  );
  const texts = candidates.map(({ run, amount }) => run.text.slice(amount.start, amount.end));
  expect(texts).toEqual(['62 %', '2 GB', '20 %', '62%']);
  expect(bestGuess(candidates)?.amount.values).toEqual(['2']);
  expect(bestGuess(candidates.filter(({ amount }) => amount.isPercent))).toBeNull();
});

test.each([
  ['says aloud', (value: string) => `<div role="meter" aria-valuetext="${value}% left"></div>`],
  ['draws', gauge],
])('what a gauge %s is not told once it shows a percentage beside it', (_, gaugeOf) => {
  const answers = { total };
  const page = (value: string, shown: string) => card('Data', gaugeOf(value) + shown);
  const recipe = recipeFor(page('41', ''), '41%', answers);
  expect(leftOn(page('30', ''), recipe)).toBe(3 * GB);
  expect(leftOn(page('41', '<p>12% left</p>'), recipe)).toBeTypeOf('string');
});

/* As in never-wrong.test.ts: what was picked, then the page later. */

type Case = { what: string; base: string; picked: string; later: string };

const share = (what: string, later: string): Case => {
  return { what, base: card('Data left', '62 % of 10 GB'), picked: '62 %', later };
};
const bar = (title: string, label: string, value: number) =>
  `<main><h3>${title}</h3><p>${label}</p><progress value="${value}" max="100"></progress><p>Total: 10 GB</p></main>`;

const ofTotals: Case[] = [
  share('a discount', card('Data left', '-20 % of 10 GB')),
  share('less than a percent', card('Data left', '<1 % of 10 GB')),
  share('a rate', card('Data left', '5 % / day of 10 GB')),
  share('where the power is from', '<main><h3>Europe</h3><p>Data left</p><p>100% renewable</p><p>of 10 GB</p></main>'),
  share('a signal', '<main><h3>Europe</h3><p>Signal</p><p>80 % of 10 GB</p></main>'),
  share('a battery', `<header>Battery 80 %</header>${card('Data left', '– of 10 GB')}`),
  share('a percentage of another card', card('Data left', '80 % of 10 GB').replace('Europe', 'Asia')),
  share('a percentage that an amount has become', card('Data left', '6.2 GB of 10 GB')),
  share('a percentage of a total that is not drawn', card('Data left', '80 % of …')),
  {
    what: 'an amount that a percentage has become',
    base: card('Data left', '6.2 GB of 10 GB'),
    picked: '6.2 GB',
    later: card('Data left', '62 % of 10 GB'),
  },
  {
    what: 'a percentage of another line in the same text',
    base: card('Data left', 'SIM 2: 62 % of 10 GB'),
    picked: '62 %',
    later: card('Data left', 'SIM 3: 80 % of 10 GB'),
  },
  { what: 'a bar of another card', base: bar('Europe', 'Used', 62), picked: '62%', later: bar('Asia', 'Used', 80) },
  { what: 'a bar of what is left', base: bar('Europe', 'Used', 62), picked: '62%', later: bar('Europe', 'Left', 80) },
  {
    what: 'a bar that is not filled yet',
    base: bar('Europe', 'Used', 62),
    picked: '62%',
    later: bar('Europe', 'Used', 0),
  },
];

describe('not taken for the figure is', () => {
  test.each(ofTotals)('$what', ({ base, picked, later }) => {
    const recipe = recipeFor(base, picked);
    expect(typeof leftOn(base, recipe), 'the page itself is read').toBe('number');
    expect(leftOn(later, recipe)).toBeTypeOf('string');
  });
});
