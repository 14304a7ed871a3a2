import { clearAlarm, setAlarm } from '../../utils/browser/alarms.ts';
import { keys } from '../../utils/browser/storage-keys.ts';
import { judgeAlerts } from './alerts/evaluate-alerts.ts';
import { judgeOrders } from './orders/notify-orders.ts';
import { planned } from './plan-next.ts';
import { followSoon } from './polling/short-timer.ts';
import { knownCards } from './state/card-snapshots.ts';
import { remove, write } from './state/store.ts';
import { paint } from './update-toolbar.ts';

let settling: Promise<void> = Promise.resolve();

/**
 * Ends every piece of work, one after the other: the toolbar shows what is saved, orders and alerts are judged by it,
 * the alarm is set for what comes next. Each of them is done, whatever becomes of the others.
 */
export function settle(): Promise<void> {
  const quietly = () => undefined;
  settling = settling.then(async () => {
    const known = await knownCards(Date.now());
    await paint(known).catch(quietly);
    const news = await judgeOrders(known).catch(() => []);
    const alerts = await judgeAlerts(known).catch(() => []);
    await setWake([...news, ...alerts]);
  });
  settling = settling.catch(quietly);
  return settling;
}

async function setWake(alerts: number[]): Promise<void> {
  const { wake, orders } = await planned(alerts);
  followSoon(navigator.onLine ? orders : [], Date.now());
  if (!wake) {
    await remove([keys.wake]);
    await clearAlarm();
    return;
  }
  await write(keys.wake, wake);
  await setAlarm(wake.at);
}
