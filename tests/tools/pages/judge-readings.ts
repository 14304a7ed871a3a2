import type { PageReading, ReadPart } from '../../../utils/core/page/reading.ts';
import type { PageCase } from '../../pages/page-case.ts';
import type { Told } from './page-answers.ts';
import { zone } from './page-server.ts';

/** isFieldWrong: the figure is right, and its total or end is not; or the reason why nothing is told. */
export type Verdict = { isMissed: boolean; isWrong: boolean; isFieldWrong: boolean };

export function judge(page: PageCase, told: Told | undefined, way: 'live' | 'parsed'): Verdict {
  const reading = told?.reading;
  const isOutOfReach = way === 'parsed' && page.drawnByScript === true;
  const part = reading?.kind === 'read' ? reading.parts[0] : undefined;
  const isMissed = page.kind === 'must' && !isOutOfReach && part?.balance.kind !== 'known';
  // A reader that breaks off is no reader that says "unknown".
  if (!reading) return { isMissed, isWrong: told?.recipe != null, isFieldWrong: false };
  if (!part) return { isMissed, isWrong: false, isFieldWrong: !isOutOfReach && !isReasonRight(page, reading) };
  const { balance } = part;
  const isWrong =
    isOutOfReach ||
    (balance.kind === 'unlimited'
      ? page.variant !== 'unlimited'
      : page.bytes === null || balance.leftBytes !== page.bytes);
  return {
    isMissed: isMissed || (isWrong && page.kind === 'must'),
    isWrong,
    isFieldWrong: !isWrong && !areFieldsRight(page, part),
  };
}

/** What a person has to do depends on it: to sign in, or to say whose page it is. */
function isReasonRight({ kind, variant, account }: PageCase, reading: PageReading): boolean {
  const reason = reading.kind === 'unread' ? reading.reason : null;
  if (kind === 'signed-out') return reason === 'signed-out';
  return reason !== 'signed-out' && (variant !== 'otherAccount' || account === null || reason === 'other-account');
}

function areFieldsRight(page: PageCase, { balance, endsAt }: ReadPart): boolean {
  const total = balance.kind === 'known' ? balance.totalBytes : null;
  const mayOmit = page.kind === 'may' || page.mayOmitFields === true;
  const isRight = (told: unknown, expected: unknown) => told === expected || (told === null && mayOmit);
  if (balance.kind === 'unlimited') return true;
  return isRight(total, page.total) && isRight(isoDay(endsAt), page.endsAt);
}

/** The last day before the instant. */
function isoDay(endsAt: number | null): string | null {
  if (endsAt === null) return null;
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(endsAt - 1);
}

export function describeReading(told: Told | undefined): string {
  const reading = told?.reading;
  if (!reading) return `not pointed at: ${told?.why || 'the number it goes by was not'}`;
  if (reading.kind === 'unread') return reading.reason;
  return reading.parts
    .map(({ balance, endsAt }) =>
      balance.kind === 'unlimited'
        ? 'unlimited'
        : `${balance.leftBytes} of ${balance.totalBytes ?? '?'} until ${isoDay(endsAt) ?? '?'}`,
    )
    .join(' + ');
}

export function describeExpected({ kind, bytes, total, endsAt }: PageCase): string {
  return bytes === null ? `${kind}: nothing` : `${kind}: ${bytes} of ${total ?? '?'} until ${endsAt ?? '?'}`;
}
