import { balanceText, dateTimeText, shortTimeText, t } from '../../utils/browser/i18n.ts';
import { keys } from '../../utils/browser/storage-keys.ts';
import { setToolbar } from '../../utils/browser/toolbar.ts';
import { defaultSettings, toPollIntervalMs } from '../../utils/core/settings.ts';
import { type SelectionReason, type ToolbarState, toolbarState } from '../../utils/core/toolbar/toolbar-state.ts';
import type { DisplayMode } from '../../utils/core/usage/card-balance.ts';
import { isSameCard } from '../../utils/core/usage/card-id.ts';
import type { ByteUnit } from '../../utils/core/values/bytes.ts';
import { type CardOverview, loadCardOverviews, saveShownCard, selectToolbarCard } from './state/card-overviews.ts';
import { canSave } from './state/saving.ts';
import { readAll } from './state/state-store.ts';

let lastPainted = '';

/** Brings badge, icon and tooltip in line with what is stored; no browser call where they are already. */
export async function updateToolbar(overviews?: CardOverview[]): Promise<void> {
  const now = Date.now();
  const { shown, reason } = selectToolbarCard(overviews ?? (await loadCardOverviews(now)));
  const values = await readAll([keys.settings, keys.index]);
  const settings = values(keys.settings) ?? defaultSettings;
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
    intervalMs: toPollIntervalMs(settings),
    settings,
    now,
  });
  // What cannot be saved is not up to date for long.
  const isStale = !canSave() && judged.card !== null && judged.colour !== 'action';
  const state: ToolbarState = isStale ? { ...judged, colour: 'stale', isHollow: true } : judged;
  if (!isSameCard(index?.shown ?? null, shown?.listed.id ?? null)) await saveShownCard(shown).catch(() => undefined);
  const byteUnit = account?.seller.byteUnit ?? 1000;
  const tooltip = account
    ? tooltipText(judged, { seller: account.seller.name, byteUnit, view: settings.view, reason, now })
    : t('toolbar.connect');
  const painted = JSON.stringify([state.text, state.colour, state.level, state.isHollow, tooltip]);
  if (painted === lastPainted) return;
  await setToolbar(state, tooltip);
  lastPainted = painted;
}

/** An account without a snapshot. */
async function readWaiting(id: string) {
  const values = await readAll([keys.account(id), keys.check(id)]);
  return { account: values(keys.account(id)), check: values(keys.check(id)) };
}

type TooltipInput = { seller: string; byteUnit: ByteUnit; view: DisplayMode; reason: SelectionReason; now: number };

/** No relative times: it is set now and read later. */
function tooltipText({ card, colour }: ToolbarState, { seller, byteUnit, view, reason, now }: TooltipInput): string {
  if (!card) return t(colour === 'action' ? 'toolbar.act' : 'toolbar.waiting', { seller });
  return [
    balanceText(card.title, card.balance, byteUnit, view),
    card.runsOutAt !== null
      ? t('toolbar.runsOut', { when: shortTimeText(card.runsOutAt, now) })
      : card.endsAt === null
        ? null
        : t('toolbar.until', { when: dateTimeText(card.endsAt, now) }),
    t(colour === 'stale' ? 'toolbar.old' : 'toolbar.asOf', { when: shortTimeText(card.measuredAt, now) }),
    reason === null ? null : t(reason === 'pinned' ? 'toolbar.pinned' : 'toolbar.danger'),
    colour === 'action' ? t('toolbar.act', { seller }) : null,
    canSave() ? null : t('toolbar.cannotSave'),
  ]
    .filter((line) => line !== null)
    .join('\n');
}
