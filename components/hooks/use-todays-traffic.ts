import { useEffect, useState } from 'preact/hooks';
import { getStored, watchStored } from '../../utils/browser/storage.ts';
import { keys } from '../../utils/browser/storage-keys.ts';
import { type DayTraffic, dayOf, trafficOf } from '../../utils/core/traffic/day-traffic.ts';
import { minuteMs } from '../../utils/core/values/time.ts';
import { storedValue } from '../page/stored-value.ts';
import { useNow } from './use-now.ts';
import { useThrow } from './use-throw.ts';

/** How many bytes the requests of these accounts took today; null until that is loaded. */
export function useTodaysTraffic(accountIds: readonly string[]): number | null {
  const [counted, setCounted] = useState<(DayTraffic | null)[] | null>(null);
  const fail = useThrow();
  const now = useNow(minuteMs);
  useEffect(() => {
    const checks = accountIds.map((id) => keys.check(id));
    const names = checks.map(({ name }) => name);
    const load = async () => {
      const values = await getStored(names);
      setCounted(checks.map((key) => storedValue(values, key)?.traffic ?? null));
    };
    const reload = () => void load().catch(fail);
    reload();
    return watchStored((changed) => changed.some((name) => names.includes(name)) && reload());
  }, [accountIds.join()]);
  return counted && trafficOf(dayOf(now), counted).bytes;
}
