import { canNotify } from '../../utils/browser/notifications.ts';
import { keys } from '../../utils/browser/storage-keys.ts';
import { setToolbar, shownOnToolbar } from '../../utils/browser/toolbar.ts';
import { checkIntervalMs } from '../../utils/core/polling/check-interval.ts';
import { hideFigures } from '../../utils/core/privacy/hide-figures.ts';
import { defaultSettings } from '../../utils/core/settings.ts';
import { notPainted, type Painted } from '../../utils/core/toolbar/painted.ts';
import { nextToolbarChange } from '../../utils/core/toolbar/toolbar-changes.ts';
import { type ToolbarState, toolbarState } from '../../utils/core/toolbar/toolbar-state.ts';
import { isSameValue } from '../../utils/core/values/same-value.ts';
import { startOfDay } from '../../utils/core/values/time.ts';
import { followLanguage } from './language/follow-language.ts';
import { type CardOverview, loadCardOverviews, saveJudgements, selectToolbarCard } from './state/card-overviews.ts';
import { oneAtATime } from './state/one-at-a-time.ts';
import { canSave } from './state/saving.ts';
import { put, readAll } from './state/state-store.ts';
import { type TooltipInput, tooltipText } from './toolbar-tooltip.ts';
import { updateMenu } from './update-menu.ts';

const inTurn = oneAtATime();
let isBrowserAsked = false;

/**
 * Brings badge, icon, tooltip and menu in line with what is stored; none of them is set where it is already. Returns
 * when time alone next changes them; null: never.
 */
export function updateToolbar(loaded?: CardOverview[]): Promise<number | null> {
  return inTurn(() => paintStored(loaded));
}

async function paintStored(loaded: CardOverview[] | undefined): Promise<number | null> {
  const now = Date.now();
  const overviews = loaded ?? (await loadCardOverviews(now));
  const { shown, reason, candidates } = selectToolbarCard(overviews);
  const values = await readAll([keys.settings, keys.index, keys.painted]);
  const settings = values(keys.settings) ?? defaultSettings;
  await followLanguage(settings.language).catch(() => undefined);
  const index = values(keys.index);
  const { account, check } = shown ?? (await readWaiting(index?.accounts[0]?.id ?? ''));
  const intervalMs = checkIntervalMs(settings, check);
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
  const menu = { hasCard: shown !== null, canWarn: canNotify(), isPrivate: settings.privacyMode };
  const tooltipInput = { account, settings, reason, failure: check?.failure?.kind ?? null, now };
  const before = values(keys.painted) ?? notPainted;
  const painted = {
    ...(await paintToolbar(before, state, judged, tooltipInput)),
    menu: await updateMenu(menu, before.menu).catch(() => before.menu),
  };
  if (!isSameValue(painted, before)) await put(keys.painted, painted).catch(() => undefined);
  await saveJudgements(index, overviews, shown, settings, now).catch(() => undefined);
  return nextToolbarChange({ cards: candidates, shown, intervalMs, badgeShows: settings.badgeShows, now });
}

/** An account without a snapshot. */
async function readWaiting(id: string) {
  const values = await readAll([keys.account(id), keys.check(id)]);
  return { account: values(keys.account(id)), check: values(keys.check(id)) };
}

type PaintedToolbar = Pick<Painted, 'toolbar' | 'tooltip'>;

/**
 * That a figure was confirmed is no reason to paint it anew: the time in the tooltip is then since when it has been the
 * same. Once it is old it has the time of the last answer.
 */
async function paintToolbar(
  before: PaintedToolbar,
  state: ToolbarState,
  judged: ToolbarState,
  input: TooltipInput,
): Promise<PaintedToolbar> {
  const today = startOfDay(input.now);
  const isCurrent = judged.card !== null && judged.colour !== 'stale';
  const ageless = isCurrent ? { ...judged, card: { ...judged.card, measuredAt: today } } : judged;
  const { text, colour, level, isHollow } = state;
  const toolbar = JSON.stringify([text, colour, level, isHollow, today, tooltipText(ageless as ToolbarState, input)]);
  if (toolbar === before.toolbar && (await isStillShown(text, before.tooltip))) return before;
  const tooltip = tooltipText(judged, input);
  await setToolbar(state, tooltip);
  isBrowserAsked = true;
  return { toolbar, tooltip };
}

/** Asked once in the life of a worker: before it something else may have been shown. */
async function isStillShown(text: string, tooltip: string): Promise<boolean> {
  if (isBrowserAsked) return true;
  isBrowserAsked = true;
  const shown = await shownOnToolbar();
  return shown.text === text && shown.tooltip === tooltip;
}
