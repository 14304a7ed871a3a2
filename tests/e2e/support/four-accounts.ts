import { huaweiHilinkMirror } from '../../sandbox/mirrors/hotspots/huawei-hilink.ts';
import { cheaperesimMirror } from '../../sandbox/mirrors/travel-esim/cheaperesim.ts';
import type { Gigabar } from './gigabar.ts';
import {
  accounts,
  answerFrom,
  test as base,
  connectWith,
  dayIn,
  expect,
  gb,
  hosts,
  mb,
  type RunningMirror,
  wakeThrough,
} from './provider-mirrors.ts';

/* A seller of the account API, a hotspot, a seller by token and a card typed in, all in one browser. */

export * from './provider-mirrors.ts';

export const token = cheaperesimMirror.entries.token ?? '';
const minuteMs = 60_000;

export const test = base.extend<{ all: { gigabar: Gigabar; hotspot: RunningMirror; esims: RunningMirror } }>({
  all: async ({ gigabar, seller, switchOn }, use) => {
    const month = { name: 'Nordic Mobil', quotaBytes: 200 * gb, usedBytes: 150 * gb };
    const hotspot = await switchOn(huaweiHilinkMirror, month);
    const esims = await switchOn(cheaperesimMirror, { usedBytes: 5 * gb - 1200 * mb });
    await answerFrom(gigabar, hosts.cheaperesim, esims);
    await (await gigabar.connect(seller)).close();
    await connectWith(gigabar, 'manual', { name: 'Lebara', quota: '1 GB', left: '900 MB', endsAt: dayIn(15) });
    await connectWith(gigabar, 'huawei-hilink', { address: hotspot.url });
    await connectWith(gigabar, 'cheaperesim', { token });
    await expect.poll(gigabar.badge).toBe('.18');
    await use({ gigabar, hotspot, esims });
  },
});

/** Half an hour later the alarm rings: every account that answers by itself is due. */
export async function askAll(gigabar: Gigabar): Promise<void> {
  await gigabar.setClock(30 * minuteMs);
  await wakeThrough(gigabar);
}

export async function idOf(gigabar: Gigabar, name: string): Promise<string> {
  return (await accounts(gigabar)).find((account) => account.name === name)?.id ?? 'none';
}
