import { amountText, decimalText, locale, t } from '../../utils/browser/i18n.ts';
import type { PageAnswers } from '../../utils/core/page/page-answers.ts';
import type { DraftAmount, PageDraft } from '../../utils/core/page/page-draft.ts';
import { usualReadsPerDay } from '../../utils/core/page/setup/reading-cost.ts';
import { shownReading } from '../../utils/core/page/setup/shown-reading.ts';
import { startOfDay } from '../../utils/core/values/time.ts';
import { roughText } from '../format/data-amount-text.ts';

/** "2.75 GB left"; as the page writes it while it is not known how that is read. */
export function readingText(draft: PageDraft, answers: PageAnswers, isUnclear: boolean): string {
  const balance = isUnclear ? undefined : shownReading(draft, answers)?.balance;
  if (balance?.kind === 'known') return t('page.left', { amount: amountText(balance.leftBytes, answers.byteUnit) });
  const amount = draft.figures[0]?.text ?? '';
  return t(answers.meaning === 'used' ? 'page.used' : 'page.left', { amount });
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
