import { clearAlarm, setAlarm } from '../../utils/browser/alarm.ts';
import { keys } from '../../utils/browser/state.ts';
import { staleAtFor } from '../../utils/core/card.ts';
import { holdOf } from '../../utils/core/failure.ts';
import { nextLookAt } from '../../utils/core/order.ts';
import { planWake, type Wake } from '../../utils/core/schedule.ts';
import { paceMsOf, settingsFrom } from '../../utils/core/settings.ts';
import { cardsOf } from './accounts.ts';
import { judgeAlerts } from './alerts.ts';
import { knownCards } from './cards.ts';
import { paint } from './paint.ts';
import { read, readIndex, remove, write } from './store.ts';

let settling: Promise<void> = Promise.resolve();

/**
 * Ends every piece of work, one after the other: the toolbar shows what is saved, alerts are judged by it, the alarm is
 * set for what comes next. Each of the three is done, whatever becomes of the others.
 */
export function settle(): Promise<void> {
  const quietly = () => undefined;
  settling = settling.then(async () => {
    const known = await knownCards(Date.now());
    await paint(known).catch(quietly);
    await setWake(await judgeAlerts(known).catch(() => []));
  });
  settling = settling.catch(quietly);
  return settling;
}

async function setWake(alerts: number[]): Promise<void> {
  const wake = await planned(alerts);
  if (!wake) {
    await remove([keys.wake]);
    await clearAlarm();
    return;
  }
  await write(keys.wake, wake);
  await setAlarm(wake.at);
}

/** What the alarm should be set for, by all that is saved. */
export async function planned(alerts: number[] = []): Promise<Wake | null> {
  const index = await readIndex();
  const now = Date.now();
  const paceMs = paceMsOf(settingsFrom(await read(keys.settings)));
  const accounts = await Promise.all(
    index.accounts.map(async ({ id }) => {
      const check = await read(keys.check(id));
      const reading = await read(keys.reading(id));
      return {
        id,
        nextCheckAt: check && check.triedAt <= now ? check.nextCheckAt : now,
        heldUntil: holdOf(check?.failure ?? null) ?? 0,
        isDaily: check?.why === 'daily',
        staleAt: reading ? staleAtFor(reading, paceMs) : null,
      };
    }),
  );
  const orders = await Promise.all(
    cardsOf(index).map(async (card) => {
      const held = accounts.find(({ id }) => id === card.accountId)?.heldUntil ?? 0;
      return ((await read(keys.orders(card))) ?? []).flatMap((order) => {
        const at = nextLookAt(order, now);
        return at === null ? [] : [{ id: order.id, at: Math.max(at, held) }];
      });
    }),
  );
  const retries = ((await read(keys.revocations)) ?? []).map(({ nextAt }) => nextAt);
  return planWake({ accounts, orders: orders.flat(), alerts, retries, isOnline: navigator.onLine, now });
}
