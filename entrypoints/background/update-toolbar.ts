import { amountText, balanceText, dateTimeText, planStartText, shortTimeText, t } from '../../utils/browser/i18n.ts';
import { canNotify } from '../../utils/browser/notifications.ts';
import { keys } from '../../utils/browser/storage-keys.ts';
import { setToolbar } from '../../utils/browser/toolbar.ts';
import { isDemo } from '../../utils/core/demo/demo-card.ts';
import { hideFigures } from '../../utils/core/privacy/hide-figures.ts';
import { defaultSettings, toPollIntervalMs } from '../../utils/core/settings.ts';
import { nextToolbarChange } from '../../utils/core/toolbar/toolbar-changes.ts';
import { type SelectionReason, type ToolbarState, toolbarState } from '../../utils/core/toolbar/toolbar-state.ts';
import type { UnconfirmedJump } from '../../utils/core/usage/card.ts';
import type { DisplayMode } from '../../utils/core/usage/card-balance.ts';
import type { ByteUnit } from '../../utils/core/values/bytes.ts';
import type { FailureKind } from '../../utils/core/values/failure.ts';
import { followLanguage } from './language/follow-language.ts';
import { type CardOverview, loadCardOverviews, saveJudgements, selectToolbarCard } from './state/card-overviews.ts';
import { canSave } from './state/saving.ts';
import { readAll } from './state/state-store.ts';
import { updateMenu } from './update-menu.ts';

let lastPainted = '';

/**
 * Brings badge, icon and tooltip in line with what is stored; no browser call where they are already. Returns when time
 * alone next changes them; null: never.
 */
export async function updateToolbar(loaded?: CardOverview[]): Promise<number | null> {
  const now = Date.now();
  const overviews = loaded ?? (await loadCardOverviews(now));
  const { shown, reason, candidates } = selectToolbarCard(overviews);
  const values = await readAll([keys.settings, keys.index]);
  const settings = values(keys.settings) ?? defaultSettings;
  await followLanguage(settings.language).catch(() => undefined);
  const intervalMs = toPollIntervalMs(settings);
  const index = values(keys.index);
  const { account, check } = shown ?? (await readWaiting(index?.accounts[0]?.id ?? ''));
  const judged = toolbarState({
    account: account && {
      byteUnit: account.seller.byteUnit,
      snapshot: shown?.snapshot ?? null,
      card: shown?.card ?? null,
      title: shown?.listed.title ?? '',
      forecast: shown?.forecast ?? { kind: 'none' },
      failure: check?.failure ?? null,
    },
    intervalMs,
    settings,
    now,
  });
  // What cannot be saved is not up to date for long.
  const isStale = !canSave() && judged.card !== null && judged.colour !== 'action';
  const shownState: ToolbarState = isStale ? { ...judged, colour: 'stale', isHollow: true } : judged;
  const state = settings.privacyMode ? hideFigures(shownState) : shownState;
  await saveJudgements(index, overviews, shown, intervalMs, now).catch(() => undefined);
  const { name: seller, byteUnit } = account?.seller ?? { name: '', byteUnit: 1000 };
  const failure = check?.failure?.kind ?? null;
  const cardTooltip = () =>
    settings.privacyMode
      ? t('privacy.tooltip')
      : tooltipText(judged, { seller, byteUnit, view: settings.view, reason, failure, now });
  const tooltip = !account ? t('toolbar.connect') : isDemo(account.seller) ? demoTooltip(cardTooltip()) : cardTooltip();
  const painted = JSON.stringify([state.text, state.colour, state.level, state.isHollow, tooltip]);
  if (painted !== lastPainted) await setToolbar(state, tooltip);
  lastPainted = painted;
  const menu = { hasCard: shown !== null, canWarn: canNotify(), isPrivate: settings.privacyMode };
  await updateMenu(menu).catch(() => undefined);
  return nextToolbarChange({ cards: candidates, shown, intervalMs, badgeShows: settings.badgeShows, now });
}

/** An account without a snapshot. */
async function readWaiting(id: string) {
  const values = await readAll([keys.account(id), keys.check(id)]);
  return { account: values(keys.account(id)), check: values(keys.check(id)) };
}

/** It begins with what the card is, unless its own name does. */
function demoTooltip(text: string): string {
  return text.startsWith(t('demo.card')) ? text : t('demo.tooltip', { text });
}

type TooltipInput = {
  seller: string;
  byteUnit: ByteUnit;
  view: DisplayMode;
  reason: SelectionReason;
  failure: FailureKind | null;
  now: number;
};

/** No relative times: it is set now and read later. */
function tooltipText(state: ToolbarState, { seller, byteUnit, view, reason, failure, now }: TooltipInput): string {
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
    const when = shortTimeText(runsOutAt, now);
    return t(isFirstEstimate ? 'toolbar.firstRunsOut' : 'toolbar.runsOut', { when });
  }
  if (endsAt === null) return null;
  return t(endsAt > now ? 'toolbar.until' : 'toolbar.ended', { when: dateTimeText(endsAt, now) });
}
