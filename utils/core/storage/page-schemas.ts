import * as v from 'valibot';
import type { PageDraft } from '../page/page-draft.ts';
import { maxPageBytes } from '../page/page-tree.ts';
import type { PageReading, ReadPart, UnreadReason } from '../page/reading.ts';
import type { PageRecipe, Place } from '../page/recipe.ts';
import {
  defaultPageLimits,
  maxSpent,
  type PageLimits,
  type PageReads,
  type Picking,
  type ReadingTab,
  tabPaces,
} from '../page/ways/page-reads.ts';
import { bytes, count, duration, instant, money, type Schema, text } from './schema-parts.ts';

/*
 * Schemas of what is stored of sellers' own pages, and of what the scripts on them report: bounded, for a page may say
 * what it likes.
 */

const short = v.pipe(text, v.maxLength(500));
const id = v.pipe(text, v.minLength(1), v.maxLength(100));
const webAddress = v.pipe(text, v.maxLength(2000), v.regex(/^https?:\/\//));
const listOf = <T extends v.GenericSchema>(schema: T) => v.pipe(v.array(schema), v.maxLength(50));
const place: Schema<Place> = v.object({
  shape: short,
  position: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)),
  ...{ before: short, after: short, column: short },
  ...{ headings: listOf(short), ids: listOf(short), identifiers: listOf(short) },
});
const meaning = v.picklist(['left', 'used']);
const decimal = v.nullable(v.picklist(['.', ',']));
const dateOrder = v.picklist(['dmy', 'mdy', 'ymd']);
const marks = v.pipe(
  listOf(v.object({ place: v.picklist(['near', 'header', 'page']), shape: short, hash: short })),
  v.minLength(1),
);
const size = v.nullable(bytes);

const part = v.object({
  ...{ id, cardKey: id, name: short, meaning, figure: place, isBare: v.boolean() },
  isPercent: v.exactOptional(v.boolean()),
  total: v.nullable(
    v.variant('kind', [v.object({ kind: v.literal('place'), place }), v.object({ kind: v.literal('bytes'), bytes })]),
  ),
  end: v.nullable(
    v.variant('kind', [
      v.object({ kind: v.literal('place'), place }),
      v.object({ kind: v.literal('instant'), at: instant }),
    ]),
  ),
});
export const recipe: Schema<PageRecipe> = v.object({
  address: v.object({
    origin: webAddress,
    path: v.pipe(text, v.maxLength(2000)),
    query: v.pipe(text, v.maxLength(2000)),
  }),
  parts: v.pipe(listOf(part), v.minLength(1)),
  account: v.nullable(v.object({ marks })),
  salt: short,
  selection: listOf(short),
  language: short,
  decimal,
  dateOrder: v.nullable(dateOrder),
  byteUnit: v.picklist([1000, 1024]),
  facts: v.exactOptional(
    v.object({
      lineEndsAt: v.nullable(instant),
      firstUse: v.nullable(v.object({ by: v.nullable(instant), bytes })),
      credit: v.optional(v.nullable(money), null),
    }),
  ),
});

const reason: Schema<UnreadReason> = v.picklist([
  'signed-out',
  'other-account',
  'elsewhere',
  'empty',
  'changed',
  'ambiguous',
  'unclear-number',
  'too-large',
]);

const unit = v.picklist(['B', 'KB', 'MB', 'GB', 'TB']);
const number = v.pipe(text, v.maxLength(50));
const amount = {
  text: short,
  values: v.pipe(listOf(number), v.minLength(1)),
  unit,
  isBinary: v.boolean(),
  isBare: v.boolean(),
  isPercent: v.exactOptional(v.boolean()),
  rest: v.exactOptional(v.object({ value: number, unit })),
  place,
};
const pointed = { pointed: v.exactOptional(v.object({ at: instant, isFixed: v.boolean() })) };
const end = v.object({ text: short, endsAt: listOf(instant), orders: listOf(dateOrder), place, ...pointed });
const figure = v.object({
  ...{ ...amount, meaning: v.nullable(meaning), label: short, heading: short },
  ...{ total: v.exactOptional(v.object(amount)), end: v.exactOptional(end) },
});
export const pageDraft: Schema<PageDraft> = v.object({
  ...{ id, url: webAddress, title: short, language: short, pickedAt: instant, salt: short },
  ...{
    figures: v.pipe(listOf(figure), v.minLength(1)),
    totals: listOf(v.object({ ...amount, ...pointed })),
    ends: listOf(end),
  },
  ...{ isTotalLikely: v.boolean(), isEndLikely: v.boolean() },
  accounts: listOf(v.object({ text: short, marks })),
  ...{ selection: listOf(short), decimal, dateOrder: v.nullable(dateOrder) },
  topUpLinks: listOf(v.object({ text: short, url: webAddress })),
  unread: v.nullable(reason),
  ...{ documentBytes: size, pageBytes: size },
});

const readPart: Schema<ReadPart> = v.object({
  id,
  balance: v.variant('kind', [
    v.object({ kind: v.literal('known'), leftBytes: bytes, totalBytes: size }),
    v.object({ kind: v.literal('unlimited') }),
  ]),
  endsAt: v.nullable(instant),
});
const pageReading: Schema<PageReading> = v.variant('kind', [
  v.object({ kind: v.literal('read'), parts: v.pipe(listOf(readPart), v.minLength(1)) }),
  v.object({ kind: v.literal('unread'), reason }),
]);

const dailyBytes = v.pipe(bytes, v.maxValue(100_000_000));
const limits: Schema<PageLimits> = v.object({
  dailyBytes,
  opensTabs: v.boolean(),
  tabsPerDay: v.optional(v.picklist(tabPaces), defaultPageLimits.tabsPerDay),
});
export const pageReads: Schema<PageReads> = v.object({
  limits: v.optional(limits, defaultPageLimits),
  ...{ fetchBytes: size, tabBytes: size, trialsLeft: v.optional(count, 0) },
  spent: v.pipe(v.array(v.object({ at: instant, bytes })), v.maxLength(maxSpent)),
  paceMs: v.pipe(duration, v.minValue(0)),
  failedAt: v.nullable(instant),
  rest: v.nullable(v.object({ until: instant, count })),
  misses: count,
  reportedAt: v.nullable(instant),
  lastRead: v.nullable(v.object({ parts: listOf(readPart), at: instant })),
});

export const picking: Schema<Picking> = v.object({
  ...{ tabId: count, accountId: v.nullable(id), setupTabId: v.nullable(count) },
});
export const readingTab: Schema<ReadingTab> = v.object({ tabId: count, accountId: id, openedAt: instant });

const pageReport = v.object({
  accountId: id,
  reading: pageReading,
  ageMs: v.pipe(duration, v.minValue(0)),
  pageBytes: v.nullable(v.pipe(bytes, v.maxValue(20 * maxPageBytes))),
});

/** Null: it is none, or out of bounds. */
export function parsePageReport(payload: unknown): v.InferOutput<typeof pageReport> | null {
  const parsed = v.safeParse(pageReport, payload);
  return parsed.success ? parsed.output : null;
}

export function parsePageReading(answer: unknown): PageReading | null {
  const parsed = v.safeParse(pageReading, answer);
  return parsed.success ? parsed.output : null;
}
