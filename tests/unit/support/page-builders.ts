import type { PageAnswers } from '../../../utils/core/page/page-answers.ts';
import type { DraftFigure, PageDraft } from '../../../utils/core/page/page-draft.ts';
import type { ReadPart } from '../../../utils/core/page/reading.ts';
import type { PageRecipe, Place, RecipePart } from '../../../utils/core/page/recipe.ts';
import { dayMs } from '../../../utils/core/values/time.ts';
import { start } from './builders.ts';

/* Complete values of sellers' pages, of which each test overrides only what it is about. */

function makePlace(overrides: Partial<Place> = {}): Place {
  return {
    ...{ shape: '#u of #u', position: 0, before: 'data left', after: '', column: '' },
    ...{ headings: ['my plan'], ids: ['data-left'], identifiers: ['h1'] },
    ...overrides,
  };
}

export function makeRecipePart(overrides: Partial<RecipePart> = {}): RecipePart {
  return {
    ...{ id: 'part-1', cardKey: 'card-1', name: 'My plan', meaning: 'left', figure: makePlace(), isBare: false },
    total: { kind: 'place', place: makePlace({ position: 1 }) },
    end: { kind: 'place', place: makePlace({ shape: 'until #d' }) },
    ...overrides,
  };
}

export function makeRecipe(overrides: Partial<PageRecipe> = {}): PageRecipe {
  return {
    address: { origin: 'https://my.carrier.example', path: '/account', query: '' },
    parts: [makeRecipePart()],
    account: { marks: [{ place: 'header', shape: 'signed in as #', hash: 'h2' }] },
    salt: 'c2FsdA',
    selection: ['data'],
    language: 'en',
    decimal: '.',
    dateOrder: 'dmy',
    byteUnit: 1000,
    ...overrides,
  };
}

export function makeReadPart(overrides: Partial<ReadPart> = {}): ReadPart {
  return {
    id: 'part-1',
    balance: { kind: 'known', leftBytes: 2.75e9, totalBytes: 10e9 },
    endsAt: start + 28 * dayMs,
    ...overrides,
  };
}

/** A reading of the one part, with this much left of this total. */
export function leftPart(leftBytes: number, totalBytes: number | null = 10e9, endsAt: number | null = null): ReadPart {
  return makeReadPart({ balance: { kind: 'known', leftBytes, totalBytes }, endsAt });
}

function makeFigure(text: string, value: string): DraftFigure {
  return {
    ...{ text, values: [value], unit: 'GB', isBinary: false, isBare: false, place: makePlace() },
    ...{ meaning: 'left', label: 'Data left', heading: 'My plan' },
  };
}

/** "2.75 GB of 10 GB" on an account page. */
export function makeDraft(overrides: Partial<PageDraft> = {}): PageDraft {
  const { meaning: _, label: __, heading: ___, ...total } = makeFigure('10 GB', '10');
  return {
    ...{ id: 'd1', url: 'https://my.carrier.example/account', title: 'Account', language: 'en', pickedAt: start },
    salt: 'c2FsdA',
    figures: [makeFigure('2.75 GB', '2.75')],
    ...{ totals: [{ ...total, place: makePlace({ position: 1 }) }], isTotalLikely: true },
    ends: [{ text: '21 Dec 2026', endsAt: [start + 28 * dayMs], orders: ['dmy'], place: makePlace() }],
    isEndLikely: false,
    accounts: [{ text: '•••• 4821', marks: [{ hash: 'h2', place: 'header', shape: 'signed in as #' }] }],
    ...{ selection: ['data'], decimal: '.', dateOrder: 'dmy' },
    topUpLinks: [{ text: 'Top up', url: 'https://my.carrier.example/top-up' }],
    unread: null,
    ...{ documentBytes: 40_000, pageBytes: 1_200_000 },
    ...overrides,
  };
}

/** With every member that a draft may have. */
export function makeFullDraft(): PageDraft {
  const { figures, totals, ends, ...draft } = makeDraft();
  const written = { isPercent: true, rest: { value: '200', unit: 'MB' as const } };
  const pointed = { at: start, isFixed: true };
  const [total] = totals.map((one) => ({ ...one, ...written, pointed }));
  const [end] = ends.map((one) => ({ ...one, pointed }));
  if (!total || !end) throw new Error('A draft without total or end');
  return {
    ...draft,
    figures: figures.map((figure) => ({ ...figure, ...written, total, end })),
    ...{ totals: [total], ends: [end] },
  };
}

/** All that is likely, and no end. */
export function makeAnswers(overrides: Partial<PageAnswers> = {}): PageAnswers {
  return {
    ...{ name: 'My carrier', meaning: 'left', also: [], valueReading: 0, total: { kind: 'found', index: 0 } },
    ...{ end: null, account: 0, byteUnit: 1000, topUpUrl: null, facts: null },
    ...overrides,
  };
}
