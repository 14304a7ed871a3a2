import { amountText, decimalText, locale, t } from '../../utils/browser/i18n.ts';
import type { DraftAmount, PageDraft } from '../../utils/core/page/page-draft.ts';
import { usualReadsPerDay } from '../../utils/core/page/setup/reading-cost.ts';
import { shownReading } from '../../utils/core/page/setup/shown-reading.ts';
import { startOfDay } from '../../utils/core/values/time.ts';
import { roughText } from '../format/data-amount-text.ts';
import type { PageSetup } from './use-page-setup.ts';

type Answered = Pick<PageSetup, 'answers' | 'isUnanswered'>;

/** "2.75 GB left"; what the page says while it is not known how that is read, or of how much it is. */
export function readingText(draft: PageDraft, setup: Answered): string {
  const { answers, isUnanswered } = setup;
  const balance = isUnanswered('number', 'meaning', 'total') ? undefined : shownReading(draft, answers)?.balance;
  if (balance?.kind === 'known') return t('page.left', { amount: amountText(balance.leftBytes, answers.byteUnit) });
  return pageText(draft, setup);
}

/** What the page says of the picked figure: "1.234 GB left", "62% used", or the amount alone. */
export function pageText({ figures: [picked] }: PageDraft, { answers, isUnanswered }: Answered): string {
  const amount = picked ? writtenText(picked) : '';
  if (isUnanswered('meaning')) return amount;
  return t(answers.meaning === 'used' ? 'page.used' : 'page.left', { amount });
}

/** An amount as the page writes it; a percentage as it is written here, for a gauge without words writes none. */
export function writtenText({ text, values: [value = ''], isPercent }: DraftAmount): string {
  if (!isPercent) return text;
  const format = new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 20 });
  return format.format(`${value}e-2` as Intl.StringNumericLiteral);
}

/** "Mon, 21 Dec 2026": the last day of an end at midnight; with the time where it is another. */
export function endText(at: number): string {
  const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  const isMidnight = startOfDay(at) === at;
  const time = isMidnight ? {} : ({ hour: '2-digit', minute: '2-digit' } as const);
  return new Intl.DateTimeFormat(locale(), { ...day, ...time }).format(isMidnight ? at - 1 : at);
}

/** What a page takes of the data it tells about: of a day, or of a visit. Null: the browser did not say its size. */
export function costText({ documentBytes }: PageDraft): string | null {
  if (documentBytes === null) return null;
  const reads = usualReadsPerDay(documentBytes);
  if (reads === 0) return t('page.onVisits');
  return t('page.aboutPerDay', { amount: roughText(reads * documentBytes, 1000) });
}

/** The two ways to read "1.234 GB": a little more than one, or more than a thousand. */
export function numberTexts({ values: [little = '', thousand = ''], unit }: DraftAmount): [string, string] {
  const [whole = '', decimals = ''] = little.split('.');
  const amountOf = (number: string) => `${decimalText(number)} ${t(`unit.${unit}`)}`;
  const isWhole = /^0*$/.test(decimals);
  return [
    t(isWhole ? 'page.ask.numberExact' : 'page.ask.numberLittle', { amount: amountOf(whole) }),
    t('page.ask.numberThousand', { amount: amountOf(thousand) }),
  ];
}
