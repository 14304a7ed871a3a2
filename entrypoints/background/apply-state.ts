import { clearAlarm, setAlarm } from '../../utils/browser/alarms.ts';
import { keys } from '../../utils/browser/storage-keys.ts';
import { evaluateAlerts } from './alerts/evaluate-alerts.ts';
import { reconcileOrders } from './orders/notify-orders.ts';
import { planNext } from './plan-next.ts';
import { setShortTimer } from './polling/short-timer.ts';
import { loadCardOverviews } from './state/card-snapshots.ts';
import { remove, write } from './state/store.ts';
import { updateToolbar } from './update-toolbar.ts';

let running: Promise<void> = Promise.resolve();

/**
 * Ends every piece of work, one after the other: the toolbar shows what is saved, orders and alerts are judged by it,
 * the alarm is set for what comes next. Each of them is done, whatever becomes of the others.
 */
export function applyState(): Promise<void> {
  const quietly = () => undefined;
  running = running.then(async () => {
    const overviews = await loadCardOverviews(Date.now());
    await updateToolbar(overviews).catch(quietly);
    const news = await reconcileOrders(overviews).catch(() => []);
    const alerts = await evaluateAlerts(overviews).catch(() => []);
    await setNextAlarm([...news, ...alerts]);
  });
  running = running.catch(quietly);
  return running;
}

async function setNextAlarm(alerts: number[]): Promise<void> {
  const { alarmPlan, orders } = await planNext(alerts);
  setShortTimer(navigator.onLine ? orders : [], Date.now());
  if (!alarmPlan) {
    await remove([keys.alarmPlan]);
    await clearAlarm();
    return;
  }
  await write(keys.alarmPlan, alarmPlan);
  await setAlarm(alarmPlan.at);
}
