import { type Key, keys } from '../../../utils/browser/storage-keys.ts';
import type { Stored, StoredKind } from '../../../utils/core/storage/stored-values.ts';
import { type DayTraffic, dayOf, noTraffic, trafficOf } from '../../../utils/core/traffic/day-traffic.ts';
import { returnTraffic, takeTraffic } from '../../../utils/providers/http/traffic-count.ts';
import { type Change, changeOf, type Owner, type StoredValues, updateAll } from './state-store.ts';

/* What requests took of the day's data is saved with what is written anyway, never by a write of its own. */

/** What is stored of today, with what was counted since. */
export type AddTraffic = (saved: DayTraffic | null | undefined) => DayTraffic;

/** Lets `save` store what was counted until then; where it cannot be saved, it is counted with the next. */
export async function savingTraffic<T>(save: (addTraffic: AddTraffic) => Promise<T>): Promise<T> {
  let taken = noTraffic;
  const addTraffic: AddTraffic = (saved) => {
    taken = takeTraffic();
    return trafficOf(dayOf(Date.now()), [saved, taken]);
  };
  try {
    return await save(addTraffic);
  } catch (error) {
    returnTraffic(taken);
    throw error;
  }
}

/** As `update`, for what a request of an account has brought after the account's check was saved. */
export async function updateWithTraffic<K extends StoredKind>(
  key: Key<K>,
  owner: Owner,
  change: (value: Stored<K> | null) => Stored<K> | null,
): Promise<Stored<K> | null> {
  const checkKey = keys.check(owner.id);
  const after = await savingTraffic((addTraffic) => {
    const changeBoth = (values: StoredValues): Change[] => {
      const [saved, check] = [values(key), values(checkKey)];
      const value = change(saved);
      if (value === saved || !check) return [changeOf(key, value)];
      return [changeOf(key, value), changeOf(checkKey, { ...check, traffic: addTraffic(check.traffic) })];
    };
    return updateAll([key, checkKey], changeBoth, owner);
  });
  return after(key);
}
