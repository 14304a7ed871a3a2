import { huaweiHilinkMirror } from '../../sandbox/mirrors/hotspots/huawei-hilink.ts';
import { cheaperesimMirror } from '../../sandbox/mirrors/travel-esim/cheaperesim.ts';
import type { Gigabar } from './gigabar.ts';
import {
  accounts,
  test as base,
  connectWith,
  dateIn,
  expect,
  fireAlarmAndWait,
  gb,
  hosts,
  mb,
  type RunningMirror,
  routeToMirror,
} from './provider-mirrors.ts';

/* A seller with the account API, a hotspot, a seller with a token and a manual card, all in one browser. */

export * from './provider-mirrors.ts';

export const token = cheaperesimMirror.entries.token ?? '';
const minuteMs = 60_000;

export const test = base.extend<{ all: { gigabar: Gigabar; hotspot: RunningMirror; esims: RunningMirror } }>({
  all: async ({ gigabar, seller, switchOn }, use) => {
    const monthlyPlan = { name: 'Nordic Mobil', quotaBytes: 200 * gb, usedBytes: 150 * gb };
    const hotspot = await switchOn(huaweiHilinkMirror, monthlyPlan);
    const esims = await switchOn(cheaperesimMirror, { usedBytes: 5 * gb - 1200 * mb });
    await routeToMirror(gigabar, hosts.cheaperesim, esims);
    await (await gigabar.connect(seller)).close();
    await connectWith(gigabar, 'manual', { name: 'Lebara', quota: '1 GB', left: '900 MB', endsAt: dateIn(15) });
    await connectWith(gigabar, 'huawei-hilink', { address: hotspot.url });
    await connectWith(gigabar, 'cheaperesim', { token });
    await expect.poll(gigabar.badge).toBe('.18');
    await use({ gigabar, hotspot, esims });
  },
});

/** Hours later, when all accounts are due, and again once their random moments of the first two minutes are over. */
export async function checkAllAccounts(gigabar: Gigabar): Promise<void> {
  for (const minutes of [240, 245]) {
    await gigabar.setClock(minutes * minuteMs);
    await fireAlarmAndWait(gigabar);
  }
}

export async function accountIdOf(gigabar: Gigabar, name: string): Promise<string> {
  return (await accounts(gigabar)).find((account) => account.name === name)?.id ?? 'none';
}
