import {
  amountText,
  balanceText,
  dateText,
  dateTimeText,
  planStartText,
  shortTimeText,
  t,
} from '../../utils/browser/i18n.ts';
import type { Account } from '../../utils/core/accounts/account.ts';
import { isDemo } from '../../utils/core/demo/demo-card.ts';
import type { Settings } from '../../utils/core/settings.ts';
import type { SelectionReason, ToolbarState } from '../../utils/core/toolbar/toolbar-state.ts';
import type { UnconfirmedJump } from '../../utils/core/usage/card.ts';
import type { ByteUnit } from '../../utils/core/values/bytes.ts';
import type { FailureKind } from '../../utils/core/values/failure.ts';
import { dayMs, hourMs, wholeHour } from '../../utils/core/values/time.ts';
import { canSave } from './state/saving.ts';

/** `failure`: of the account's last check. `now`: our clock. */
export type TooltipInput = {
  account: Account | null;
  settings: Pick<Settings, 'view' | 'privacyMode'>;
  reason: SelectionReason;
  failure: FailureKind | null;
  now: number;
};

export function tooltipText(state: ToolbarState, { account, settings, ...input }: TooltipInput): string {
  if (!account) return t('toolbar.connect');
  const { name: seller, byteUnit } = account.seller;
  const text = settings.privacyMode
    ? t('privacy.tooltip')
    : cardText(state, { seller, byteUnit, view: settings.view, ...input });
  return isDemo(account.seller) ? demoTooltip(text) : text;
}

/** It begins with what the card is, unless its own name does. */
function demoTooltip(text: string): string {
  return text.startsWith(t('demo.card')) ? text : t('demo.tooltip', { text });
}

type CardTextInput = {
  seller: string;
  byteUnit: ByteUnit;
  view: Settings['view'];
  reason: SelectionReason;
  failure: FailureKind | null;
  now: number;
};

/** No relative times: it is set now and read later. */
function cardText(state: ToolbarState, { seller, byteUnit, view, reason, failure, now }: CardTextInput): string {
  const { card, colour } = state;
  if (!card) return waitingText(seller, failure, colour);
  return [
    balanceText(card.title, card.balance, byteUnit, view),
    card.unconfirmed && !card.unconfirmed.needsPerson
      ? unconfirmedText(card.unconfirmed, byteUnit, now)
      : endText(card, now),
    t(colour === 'stale' ? 'toolbar.old' : 'toolbar.asOf', { when: shortTimeText(card.measuredAt, now) }),
    reason === null ? null : t(reason === 'pinned' ? 'toolbar.pinned' : 'toolbar.danger'),
    colour === 'action' ? t('toolbar.act', { seller }) : null,
    canSave() ? null : t('toolbar.cannotSave'),
  ]
    .filter((line) => line !== null)
    .join('\n');
}

function unconfirmedText({ leftBytes, measuredAt }: UnconfirmedJump, byteUnit: ByteUnit, now: number): string {
  return t('toolbar.unconfirmed', { amount: amountText(leftBytes, byteUnit), when: shortTimeText(measuredAt, now) });
}

/** Of an account without a snapshot. */
function waitingText(seller: string, failure: FailureKind | null, colour: ToolbarState['colour']): string {
  if (colour === 'action') return t('toolbar.act', { seller });
  return failure === 'no-cards' ? t('failure.noCards', { seller }) : t('toolbar.waiting', { seller });
}

function endText(
  { start, runsOutAt, isFirstEstimate, endsAt }: NonNullable<ToolbarState['card']>,
  now: number,
): string | null {
  if (start !== null) return planStartText(start, now);
  if (runsOutAt === 'now') return t('toolbar.runsOutNow');
  if (runsOutAt !== null) {
    const when = runOutTimeText(runsOutAt, now);
    return t(isFirstEstimate ? 'toolbar.firstRunsOut' : 'toolbar.runsOut', { when });
  }
  if (endsAt === null) return null;
  return t(endsAt > now ? 'toolbar.until' : 'toolbar.ended', { when: dateTimeText(endsAt, now) });
}

/** A forecast is not precise to the minute: within a day the nearest hour that is not over, else the day. */
function runOutTimeText(at: number, now: number): string {
  const hour = wholeHour(at);
  return at - now < dayMs ? shortTimeText(hour > now ? hour : hour + hourMs, now) : dateText(at, now);
}
