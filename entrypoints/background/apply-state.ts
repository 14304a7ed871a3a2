import { clearAlarm, setAlarm } from '../../utils/browser/alarms.ts';
import { keys } from '../../utils/browser/storage-keys.ts';
import { clearObsoleteNotifications } from './alerts/clear-notifications.ts';
import { evaluateAlerts } from './alerts/evaluate-alerts.ts';
import { planNextSteps } from './next-steps.ts';
import { reconcileOrders } from './orders/reconcile-orders.ts';
import { setShortTimer } from './polling/short-timer.ts';
import { loadCardOverviews } from './state/card-overviews.ts';
import { saveUnreadNames } from './state/save-unread-names.ts';
import { remove, write } from './state/state-store.ts';
import { updateToolbar } from './update-toolbar.ts';

let running: Promise<void> = Promise.resolve();

/**
 * Ends every piece of work: toolbar, orders, notifications and the alarm follow from what is stored. One run after the
 * other; within a run no step depends on the success of another.
 */
export function applyState(): Promise<void> {
  const ignore = () => undefined;
  running = running.then(async () => {
    const overviews = await loadCardOverviews(Date.now());
    await updateToolbar(overviews).catch(ignore);
    await clearObsoleteNotifications().catch(ignore);
    const orderTimes = await reconcileOrders(overviews).catch(() => []);
    const alertTimes = await evaluateAlerts(overviews).catch(() => []);
    await setNextAlarm([...orderTimes, ...alertTimes]);
    await saveUnreadNames();
  });
  running = running.catch(ignore);
  return running;
}

async function setNextAlarm(alertTimes: number[]): Promise<void> {
  const { alarm, orders } = await planNextSteps(alertTimes);
  setShortTimer(navigator.onLine ? orders : [], Date.now());
  if (!alarm) {
    await remove([keys.alarmPlan]);
    await clearAlarm();
    return;
  }
  await write(keys.alarmPlan, alarm);
  await setAlarm(alarm.at);
}
