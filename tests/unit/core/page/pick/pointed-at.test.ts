import { describe, expect, test } from 'vitest';
import { readPage } from '../../../../../utils/core/page/find/read-page.ts';
import type { PageDraft } from '../../../../../utils/core/page/page-draft.ts';
import type { PageTree } from '../../../../../utils/core/page/page-tree.ts';
import { amountCandidates } from '../../../../../utils/core/page/pick/amount-candidates.ts';
import {
  endsToPointAt,
  likelyTotal,
  totalsToPointAt,
  withPointedEnd,
  withPointedTotal,
} from '../../../../../utils/core/page/pick/pointed-at.ts';
import type { ReadPart } from '../../../../../utils/core/page/reading.ts';
import { totalBytesOf } from '../../../../../utils/core/page/setup/draft-amounts.ts';
import { proposedAnswers } from '../../../../../utils/core/page/setup/proposed-answers.ts';
import { recipeOf } from '../../../../../utils/core/page/setup/recipe-of.ts';
import { endOf } from '../../../../../utils/core/page/setup/shown-reading.ts';
import { draftOf, hashOf, now, treeOf, zone } from '../find/page-setup.ts';

const facts = { hashOf, now, zone };
const card = (title: string, rows: string) => `<section><h3>${title}</h3>${rows}</section>`;
const row = (label: string, value: string) => `<div><p>${label}</p><div>${value}</div></div>`;
const figure = row('Data left', '2.75 GB');
const day = (year: number, month: number, date: number) => Date.UTC(year, month - 1, date, 23);

const datesOf = (tree: PageTree, draft: PageDraft) => endsToPointAt(tree, draft, amountCandidates(tree), facts);

/** The draft of a page after the date that is written so was pointed at, perhaps as the page is later. */
function pointEnd(body: string, written: string, later = body, url?: string): PageDraft | null {
  const draft = draftOf(treeOf(body), '2.75 GB');
  const tree = treeOf(later, url === undefined ? {} : { url });
  const date = datesOf(tree, draft).find(({ draftEnd }) => draftEnd.text === written);
  if (!date) throw new Error(`No date is written ${written}`);
  return withPointedEnd(tree, draft, date, facts);
}

function pointTotal(body: string, written: string): PageDraft | null {
  const tree = treeOf(body);
  const candidates = amountCandidates(tree);
  const draft = draftOf(tree, '2.75 GB');
  const amount = totalsToPointAt(draft, candidates).find(
    (candidate) => candidate.run.text.slice(candidate.amount.start, candidate.amount.end) === written,
  );
  if (!amount) throw new Error(`No amount is written ${written}`);
  return withPointedTotal(tree, draft, amount, candidates, facts);
}

/** What a page says of the figure by what is proposed for a draft. */
function readBy(draft: PageDraft | null, body: string): ReadPart | null {
  if (!draft) return null;
  const reading = readPage(treeOf(body), recipeOf(draft, proposedAnswers(draft)), hashOf, now, zone);
  return reading.kind === 'read' ? (reading.parts[0] ?? null) : null;
}

describe('a date that is pointed at', () => {
  const page = (end: string) => card('My plan', figure) + card('Contract', row('Runs out', end));

  test('is the first and likely end, with the words that stand around it', () => {
    expect(pointEnd(page('21 Dec 2026'), '21 Dec 2026')).toMatchObject({
      ends: [
        {
          text: '21 Dec 2026',
          endsAt: [day(2026, 12, 21)],
          place: { before: 'runs out' },
          pointed: { isFixed: false },
        },
      ],
      isEndLikely: true,
    });
  });

  test('is read from its place when the plan was renewed', () => {
    const draft = pointEnd(page('21 Dec 2026'), '21 Dec 2026');
    expect(readBy(draft, page('20 Jan 2027'))?.endsAt).toBe(day(2027, 1, 20));
  });

  test('leaves those that were found behind it', () => {
    const body = page('21 Dec 2026').replace(figure, figure + row('Valid until', '9 Dec 2026'));
    expect(pointEnd(body, '21 Dec 2026')?.ends.map(({ text }) => text)).toEqual(['21 Dec 2026', '9 Dec 2026']);
  });

  test('takes the place of the one that was pointed at before', () => {
    const body = page('21 Dec 2026') + card('Bills', row('Due', '3 Jan 2027'));
    const tree = treeOf(body);
    const before = pointEnd(body, '3 Jan 2027') as PageDraft;
    const date = datesOf(tree, before).find(({ draftEnd }) => draftEnd.text === '21 Dec 2026');
    expect(date && withPointedEnd(tree, before, date, facts)?.ends.map(({ text }) => text)).toEqual(['21 Dec 2026']);
  });

  test('that was found already is offered once', () => {
    const draft = pointTotal(card('My plan', figure + row('Total', '10 GB')), '10 GB');
    expect(draft?.totals.map(({ text, pointed }) => [text, pointed !== undefined])).toEqual([['10 GB', true]]);
  });

  test('that stands twice in the same words with different days is kept as this day, whatever the page says later', () => {
    const body = page('21 Dec 2026') + card('Contract', row('Runs out', '30 Jun 2027'));
    const draft = pointEnd(body, '21 Dec 2026');
    expect(draft?.ends[0]?.pointed?.isFixed).toBe(true);
    expect(readBy(draft, page('20 Jan 2027'))?.endsAt).toBe(day(2026, 12, 21));
  });

  test('03/04 stays in two ways, unless other dates contradict each other: then it is a day of now', () => {
    const unclear = pointEnd(page('03/04/2027'), '03/04/2027');
    expect(unclear?.ends[0]).toMatchObject({ endsAt: { length: 2 }, pointed: { isFixed: false } });
    const contrary = page('03/04/2027') + card('Bills', row('Paid', '25/11/2026') + row('Due', '12/25/2026'));
    expect(pointEnd(contrary, '03/04/2027')?.ends[0]).toMatchObject({
      endsAt: { length: 2 },
      pointed: { isFixed: true },
    });
  });

  test.each([
    ['plain', page('21 Dec 2026')],
    ['with several dates', page('21 Dec 2026') + card('Bills', row('Paid', '3 Nov 2026') + row('Due', '3 Jan 2027'))],
    ['relative', page('in 5 days')],
    ['without a year', page('3 January')],
    ['without a year and far off', page('3 October')],
    ['with a time', page('21 Dec 2026 14:30')],
    ['in digits', page('21/12/2026')],
    ['in the figure’s own text', card('My plan', '<p>2.75 GB left until 12 Dec</p>')],
    ['in a table', `<table><tr><th>Left<th>End</tr><tr><td>2.75 GB<td>21 Dec 2026</tr></table>`],
    ['twice', page('21 Dec 2026') + page('30 Jun 2027').replace(figure, '')],
  ])('is read on the very page as it was shown: %s', (_, body) => {
    const tree = treeOf(body);
    const draft = draftOf(tree, '2.75 GB');
    const dates = datesOf(tree, draft);
    expect(dates.length).toBeGreaterThan(0);
    for (const date of dates) {
      const pointed = withPointedEnd(tree, draft, date, facts) as PageDraft;
      expect(readBy(pointed, body)?.endsAt).toBe(endOf(pointed, proposedAnswers(pointed)));
    }
  });

  test.each([
    ['of another account', (body: string) => body.replace('anna@', 'ben@')],
    ['without the figure', (body: string) => body.replace('2.75 GB', '–')],
    ['that asks for a password', (body: string) => `${body}<input type="password">`],
  ])('on a page %s it is none', (_, change) => {
    const body = `<header>anna@mail.example</header>${page('21 Dec 2026')}`;
    expect(pointEnd(body, '21 Dec 2026')).not.toBeNull();
    expect(pointEnd(body, '21 Dec 2026', change(body))).toBeNull();
  });

  test('on a page of another address it is none', () => {
    const body = page('21 Dec 2026');
    expect(pointEnd(body, '21 Dec 2026', body, 'https://my.carrier.example/account?line=2')).toBeNull();
  });
});

test('of the dates of a page the end of the figure is the likeliest; those of elsewhere and of the past are not likely', () => {
  const rows = figure + row('Valid until', '21 Dec 2026') + row('Bought', '21 Oct 2026');
  const tree = treeOf(card('My plan', rows) + card('Offer', row('Valid until', '31 Dec 2026')));
  const ranks = datesOf(tree, draftOf(tree, '2.75 GB')).map(({ draftEnd, rank }) => [draftEnd.text, rank > 0]);
  expect(ranks).toEqual([
    ['21 Dec 2026', true],
    ['21 Oct 2026', false],
    ['31 Dec 2026', false],
  ]);
});

describe('an amount that is pointed at as the total', () => {
  const page = (total: string) => card('My plan', figure) + card('Tariff', row('Volume', total) + row('Extra', '1 GB'));

  test('is the first and likely one, and read from its place later', () => {
    const draft = pointTotal(page('10 GB'), '10 GB');
    expect(draft).toMatchObject({ totals: [{ text: '10 GB', pointed: { isFixed: false } }], isTotalLikely: true });
    expect(readBy(draft, page('20 GB'))?.balance).toMatchObject({ leftBytes: 2.75e9, totalBytes: 20e9 });
  });

  test('that stands twice in the same words is kept as it is', () => {
    const twice = page('10 GB') + card('Tariff', row('Volume', '30 GB'));
    const draft = pointTotal(twice, '10 GB') as PageDraft;
    expect(draft.totals[0]?.pointed?.isFixed).toBe(true);
    expect(totalBytesOf(draft, proposedAnswers(draft))).toBe(10e9);
    expect(readBy(draft, page('20 GB'))?.balance).toMatchObject({ totalBytes: 10e9 });
  });

  test('is none that is less than the figure, nor the figure itself', () => {
    const tree = treeOf(page('10 GB'));
    const draft = draftOf(tree, '2.75 GB');
    const amounts = totalsToPointAt(draft, amountCandidates(tree));
    expect(amounts.map(({ run }) => run.text)).toEqual(['10 GB']);
    expect(likelyTotal(draft, amounts)).toBeNull();
  });

  test('is likely the one that stands beside the figure', () => {
    const tree = treeOf(page('40 GB').replace('2.75 GB', '2.75 GB of 10 GB'));
    const draft = draftOf(tree, '2.75 GB');
    expect(likelyTotal(draft, totalsToPointAt(draft, amountCandidates(tree)))?.run.text).toBe('2.75 GB of 10 GB');
  });
});
