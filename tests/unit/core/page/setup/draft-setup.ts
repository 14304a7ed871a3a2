import type {
  DraftAccount,
  DraftAmount,
  DraftEnd,
  DraftFigure,
  PageDraft,
} from '../../../../../utils/core/page/page-draft.ts';
import type { Place } from '../../../../../utils/core/page/recipe.ts';

/* Drafts as a pick makes them of a page. */

const pickedAt = Date.UTC(2026, 10, 23, 13, 5);

export function placeOf(before: string, heading: string): Place {
  const texts = { shape: '#u', before, after: '', column: '', headings: [heading], ids: ['data-left'] };
  return { ...texts, position: 0, identifiers: ['hash-of-4821'] };
}

/** `text`: "2.75 GB"; its values are those of the number alone unless given. */
export function amountOf(text: string, values?: readonly string[]): DraftAmount {
  const [number = '', unit = 'GB'] = text.split(' ');
  return {
    text,
    values: values ?? [number.replace(',', '.')],
    unit: unit.replace('i', '') as DraftAmount['unit'],
    isBinary: unit.includes('i'),
    isBare: false,
    place: placeOf('remaining data', 'travel plan europe'),
  };
}

export function figureOf(text: string, more: Partial<DraftFigure> = {}): DraftFigure {
  const words = { label: 'Remaining data', heading: 'Travel plan Europe' };
  return { ...amountOf(text), meaning: 'left', ...words, ...more };
}

export function endOn(text: string, days: readonly string[], orders: DraftEnd['orders'] = ['dmy']): DraftEnd {
  return {
    text,
    endsAt: days.map((day) => Date.parse(day)),
    orders,
    place: placeOf('valid until', 'travel plan europe'),
  };
}

export function accountOf(text: string): DraftAccount {
  return { text, marks: [{ hash: `hash-of-${text}`, shape: 'signed in as #', place: 'header' }] };
}

/** 2.75 of 10 GB until the end of 21 December, of one account: nothing is to be asked. */
export function draftOf(more: Partial<PageDraft> = {}): PageDraft {
  return {
    id: 'draft-1',
    url: 'https://my.carrier.example/account?line=1',
    title: 'My account',
    language: 'en',
    pickedAt,
    salt: 'salt',
    figures: [figureOf('2.75 GB')],
    totals: [amountOf('10 GB')],
    isTotalLikely: true,
    ends: [endOn('21 December 2026', ['2026-12-22T00:00:00Z'])],
    isEndLikely: true,
    accounts: [accountOf('•••• 4821')],
    selection: [],
    unread: null,
    decimal: '.',
    dateOrder: null,
    topUpLinks: [],
    documentBytes: 40_000,
    pageBytes: 600_000,
    ...more,
  };
}

/** Of a total that is told elsewhere. */
export function percentOf(value: string, more: Partial<DraftFigure> = {}): DraftFigure {
  return figureOf(`${value} %`, { unit: 'B', isPercent: true, ...more });
}

/** A number that is one or a thousand, on a page that says nothing of its decimals. */
export const unclearFigure = figureOf('1.234 GB', { values: ['1.234', '1234'] });
