import {
  clearAlarm,
  clearFallbackAlarm,
  hasAlarm,
  hasFallbackAlarm,
  setAlarm,
  setFallbackAlarm,
} from '../../utils/browser/alarms.ts';
import { keys } from '../../utils/browser/storage-keys.ts';
import { earliestOf } from '../../utils/core/values/time.ts';
import { evaluateAccounts } from './alerts/account-notices.ts';
import { type Announcement, announce } from './alerts/announce.ts';
import { clearObsoleteNotifications } from './alerts/clear-notifications.ts';
import { evaluateAlerts } from './alerts/evaluate-alerts.ts';
import { planNextSteps, type TimedChanges } from './next-steps.ts';
import { reconcileOrders } from './orders/follow-orders.ts';
import { setShortTimer } from './polling/short-timer.ts';
import { keepFirstScreen } from './popup/keep-first-screen.ts';
import { type CardOverview, loadCardOverviews } from './state/card-overviews.ts';
import { countShownChanges } from './state/raw-values.ts';
import { saveUnreadNames } from './state/save-unread-names.ts';
import { canSave, canSaveAgainAt, retrySavingMs } from './state/saving.ts';
import { put, read, remove } from './state/state-store.ts';
import { syncNow } from './sync/sync-now.ts';
import { updateToolbar } from './update-toolbar.ts';

const ignore = () => undefined;

let running: Promise<void> = Promise.resolve();

/**
 * Ends every piece of work: toolbar, orders, notifications and the alarm follow from what is stored. One run after the
 * other; within a run no step depends on the success of another, and it never throws.
 */
export function applyState(): Promise<void> {
  running = running
    .then(async () => {
      if (!(await hasAlarm())) await wakeAgainLater();
      const isClockSetBack = await applyAndPlan();
      // Everything was shown by what has been moved since.
      if (isClockSetBack) await applyAndPlan();
    })
    .catch(ignore);
  return running;
}

async function applyAndPlan(): Promise<boolean> {
  const couldSave = canSave();
  const readAt = countShownChanges();
  const { overviews, timed } = await applyToAll().catch(() => nothingApplied);
  const isClockSetBack = await setNextAlarm(timed);
  // The toolbar was painted before all of this was written.
  if (canSave() !== couldSave) await updateToolbar().catch(ignore);
  await keepFirstScreen(overviews, readAt).catch(ignore);
  return isClockSetBack;
}

/** Does a piece of work; toolbar, orders, notifications and the alarm follow, whatever came of it. */
export async function thenApplyState<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await applyState();
  }
}

/** Before work after an alarm has fired: if all of it failed, or the worker died, there would be none. */
export async function wakeAgainLater(): Promise<void> {
  await setFallbackAlarm(Date.now() + retrySavingMs);
}

/**
 * After a start: the background will be woken in time. Nothing is planned since the browser was started. An alarm that
 * is gone may have just rung, with its event still on its way: what it was set for stays stored until then. One that was
 * set before the clock was set back would ring late.
 */
export async function ensureAlarm(): Promise<void> {
  const [isSet, plan] = await Promise.all([hasAlarm(), read(keys.alarmPlan)]);
  const isLate = isSet && plan !== null && plan.setAt > Date.now();
  if (isLate || plan === null) await applyState();
  else if (!isSet && !(await hasFallbackAlarm())) await wakeAgainLater();
}

type Applied = { overviews: readonly CardOverview[]; timed: TimedChanges };

const nothingApplied: Applied = { overviews: [], timed: { alerts: [], toolbarAt: null } };

async function applyToAll(): Promise<Applied> {
  const syncAt = await syncNow().catch(() => null);
  const overviews = await loadCardOverviews(Date.now());
  const toolbarAt = await updateToolbar(overviews).catch(() => null);
  await clearObsoleteNotifications().catch(ignore);
  const announcements: Announcement[] = [];
  for (const evaluate of [reconcileOrders, evaluateAlerts, evaluateAccounts]) {
    const announcement = await evaluate(overviews).catch(() => null);
    if (announcement) announcements.push(announcement);
  }
  const alerts = await announce(announcements);
  await saveUnreadNames().catch(ignore);
  return { overviews, timed: { alerts, toolbarAt: earliestOf([toolbarAt, canSaveAgainAt(), syncAt]) } };
}

/**
 * While nothing can be saved, what was done is due again at once: it waits longer. Returns whether the clock was set
 * back.
 */
async function setNextAlarm(timed: TimedChanges): Promise<boolean> {
  const { alarm, orders, checks, isClockSetBack } = await planNextSteps(timed);
  const requests = navigator.onLine && canSave() ? { orders, checks } : { orders: [], checks: [] };
  setShortTimer({ ...requests, toolbarAt: timed.toolbarAt }, Date.now());
  if (alarm) await put(keys.alarmPlan, alarm).catch(ignore);
  else await remove([keys.alarmPlan]).catch(ignore);
  if (!alarm && canSave()) await clearAlarm();
  else await setAlarm(Math.max(alarm?.at ?? 0, canSave() ? 0 : Date.now() + retrySavingMs));
  await clearFallbackAlarm();
  return isClockSetBack && canSave();
}
