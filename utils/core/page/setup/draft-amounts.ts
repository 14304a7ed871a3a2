import { separatorIn } from '../find/amount-value.ts';
import type { PageAnswers } from '../page-answers.ts';
import type { DraftAmount, DraftEnd, PageDraft } from '../page-draft.ts';
import { amountBytes, percentBytes } from '../text/amounts.ts';

/* What the amounts and days of a draft come to, by the answers given so far. */

type Decimal = '.' | ',';

/** How a number such as "1.234" is read: 0: its sign stands before decimals, 1: it stands between thousands. */
export const numberReadings = [0, 1] as const;

/** The amounts of a draft that these answers take, the picked one first. */
export function chosenAmounts(draft: PageDraft, { total, also }: PageAnswers): DraftAmount[] {
  const foundTotal = total?.kind === 'found' ? draft.totals[total.index] : undefined;
  const others = also.flatMap(({ figure }) => [draft.figures[figure], draft.figures[figure]?.total]);
  const chosen = [draft.figures[0], foundTotal, ...others];
  return chosen.filter((amount) => amount !== undefined);
}

/** The amount of which nothing but the person says how it is read; null: there is none. */
export function unclearAmount(draft: PageDraft, answers: PageAnswers): DraftAmount | null {
  if (draft.decimal !== null) return null;
  return chosenAmounts(draft, answers).find(({ values }) => values.length > 1) ?? null;
}

/** The page's decimal sign, by its numbers or by the answer; null: neither says. */
export function decimalOf(draft: PageDraft, answers: PageAnswers): Decimal | null {
  const unclear = unclearAmount(draft, answers);
  const separator = unclear && separatorIn(unclear.text);
  if (separator === null) return draft.decimal;
  const other = separator === '.' ? ',' : '.';
  return answers.valueReading === 0 ? separator : other;
}

/** The number of an amount, as plain decimals. */
export function numberOf(amount: DraftAmount, draft: PageDraft, answers: PageAnswers): string {
  const [first = '', grouped = first] = amount.values;
  return separatorIn(amount.text) === decimalOf(draft, answers) ? first : grouped;
}

/** As much as `toAmount` shows exactly. */
const mostBytes = Number.MAX_SAFE_INTEGER / 100;

/** Null: more than can be shown, or a percentage without its total. */
export function bytesOf(amount: DraftAmount, draft: PageDraft, answers: PageAnswers): number | null {
  const number = numberOf(amount, draft, answers);
  const bytes = amount.isPercent
    ? percentBytes(number, totalBytesOf(draft, answers))
    : amountBytes(number, amount.unit, amount.isBinary ? 1024 : answers.byteUnit, amount.rest);
  return bytes !== null && bytes <= mostBytes ? bytes : null;
}

export function totalBytesOf(draft: PageDraft, answers: PageAnswers): number | null {
  const { total } = answers;
  if (total?.kind !== 'found') return total?.bytes ?? null;
  const amount = draft.totals[total.index];
  return amount && !amount.isPercent ? bytesOf(amount, draft, answers) : null;
}

/** The ways to read a day which the rest of the page leaves open, as indexes into its `endsAt`. */
export function endReadings(end: DraftEnd, { dateOrder }: PageDraft): number[] {
  const all = end.endsAt.map((_, reading) => reading);
  const known = dateOrder === null ? [] : all.filter((reading) => end.orders[reading] === dateOrder);
  return known.length > 0 ? known : all;
}
