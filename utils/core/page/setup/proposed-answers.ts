import type { ByteUnit } from '../../values/bytes.ts';
import { safeHref, siteOf } from '../../values/urls.ts';
import type { PageAnswers } from '../page-answers.ts';
import type { DraftAccount, PageDraft } from '../page-draft.ts';
import { chosenAmounts, endReadings, numberOf, numberReadings } from './draft-amounts.ts';
import { needsTotal, setupProblem } from './shown-reading.ts';

/** The likeliest answers: what stands when nobody changes anything. */
export function proposedAnswers(draft: PageDraft): PageAnswers {
  const [firstEnd] = draft.ends;
  const topUp = topUpLinkOf(draft);
  const meaning = draft.figures[0]?.meaning ?? 'left';
  const unsized: PageAnswers = {
    name: siteOf(draft.url),
    meaning,
    also: [],
    valueReading: likelyReading(draft),
    total: null,
    end: firstEnd && draft.isEndLikely ? { kind: 'found', index: 0, reading: likelyEnd(draft) } : null,
    account: tellsPerson(draft.accounts[0]) ? 0 : null,
    byteUnit: 1000,
    // Those to others are not taken unasked.
    topUpUrl: topUp?.isOwnSite ? topUp.url : null,
    facts: null,
  };
  const likely = { ...unsized, byteUnit: byteUnitOf(draft, unsized) ?? 1000 };
  const found = draft.isTotalLikely || needsTotal(draft, likely) ? possibleTotals(draft, likely)[0] : undefined;
  if (found === undefined) return likely;
  return settledAnswers(draft, { ...likely, total: { kind: 'found', index: found } });
}

/**
 * The same with what follows from them: how many MB a GB has, and how numbers are read in which no more is left than there
 * is. Where both ways are possible, as it was.
 */
export function settledAnswers(draft: PageDraft, answers: PageAnswers): PageAnswers {
  const sized = { ...answers, byteUnit: byteUnitOf(draft, answers) ?? answers.byteUnit };
  return { ...sized, valueReading: possibleReadings(draft, sized)[0] ?? sized.valueReading };
}

/** The ways to read the page's numbers in which no more is left than there is, the one of these answers first. */
export function possibleReadings(draft: PageDraft, answers: PageAnswers): number[] {
  const ordered = [...numberReadings].sort(
    (a, b) => Number(b === answers.valueReading) - Number(a === answers.valueReading),
  );
  return ordered.filter((valueReading) => setupProblem(draft, { ...answers, valueReading }) === null);
}

/** The amounts that may be the total of what was picked, as indexes into `totals`: in some way not less than it. */
export function possibleTotals(draft: PageDraft, answers: PageAnswers): number[] {
  return draft.totals
    .map((_, index) => index)
    .filter((index) => {
      const settled = settledAnswers(draft, { ...answers, total: { kind: 'found', index } });
      return setupProblem(draft, settled) === null;
    });
}

/**
 * What the seller means by GB; null: amounts stand in MB and in GB, and nothing says how many MB a GB is. A total in
 * MB says it: nobody sells 10240 MB who counts in thousands.
 */
export function byteUnitOf(draft: PageDraft, answers: PageAnswers): ByteUnit | null {
  const amounts = chosenAmounts(draft, answers).filter(({ isPercent }) => !isPercent);
  if (amounts.some(({ isBinary, rest }) => isBinary || Number(rest?.value ?? 0) >= 1000)) return 1024;
  const total = answers.total?.kind === 'found' ? draft.totals[answers.total.index] : undefined;
  const said = total?.unit === 'MB' ? byteUnitSaidBy(Number(numberOf(total, draft, answers))) : null;
  if (said !== null) return said;
  const isMixed = new Set(amounts.flatMap(({ unit, rest }) => [unit, rest?.unit ?? unit])).size > 1;
  const fits = (byteUnit: ByteUnit) => possibleReadings(draft, { ...answers, byteUnit }).length > 0;
  if (!isMixed) return 1000;
  // 10240 MB of 10 GB.
  return fits(1024) && !fits(1000) ? 1024 : null;
}

function byteUnitSaidBy(megabytes: number): ByteUnit | null {
  if (megabytes < 1000) return null;
  if (megabytes % 1024 === 0) return 1024;
  return megabytes % 1000 === 0 ? 1000 : null;
}

function likelyReading({ figures, totals, language }: PageDraft): number {
  const unclear = [...figures, ...totals].find(({ values }) => values.length > 1);
  return unclear?.text.includes(decimalIn(language)) ? 0 : 1;
}

function decimalIn(language: string): string {
  try {
    const parts = new Intl.NumberFormat(language || 'en').formatToParts(1.5);
    return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  } catch {
    return '.';
  }
}

/** A short number anywhere on the page may be anybody's. */
function tellsPerson(account: DraftAccount | undefined): boolean {
  return (
    account !== undefined &&
    (account.text.includes('@') || isOfLine(account.text) || account.marks.some(({ place }) => place !== 'page'))
  );
}

/** A telephone number that is not free to call. */
function isOfLine(text: string): boolean {
  const digits = text.replace(/[\s().-]/g, '');
  return /^\+?\d{9,15}$/.test(digits) && !/^\+?\d{0,2}0?(800|1800|400)/.test(digits);
}

/** A plan that is shown has seldom ended. */
function likelyEnd(draft: PageDraft): number {
  const [end] = draft.ends;
  if (!end) return 0;
  const readings = endReadings(end, draft);
  return readings.find((reading) => (end.endsAt[reading] ?? 0) > draft.pickedAt) ?? readings[0] ?? 0;
}

/** The link that a top-up may begin at: one of the page's own site before those to others. Null: none that is safe. */
export function topUpLinkOf({ topUpLinks, url }: PageDraft): { url: string; isOwnSite: boolean } | null {
  const safe = topUpLinks.map((link) => safeHref(link.url)).filter((href) => href !== null);
  const isOwn = (href: string) => new URL(href).origin === new URL(url).origin;
  const found = safe.find(isOwn) ?? safe[0];
  return found === undefined ? null : { url: found, isOwnSite: isOwn(found) };
}
