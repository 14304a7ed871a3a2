import type { Entry } from '../../../sandbox/mirrors/ledger.ts';
import { type MirrorDefinition, type RunningMirror, startMirror } from '../../../sandbox/mirrors/mirror.ts';

/** The makers' default addresses, in the tests' network namespace. */
export const hotspots = {
  huawei: { host: '192.168.8.1', url: 'http://192.168.8.1' },
  zte: { host: '192.168.0.1', url: 'http://192.168.0.1' },
};

const gb = 2 ** 30;

/** 60 GB a month, of which 20.5 are used. */
const defaultEntry: Entry = {
  id: '8946000000000000017',
  name: 'Nordic Mobil',
  kind: 'known',
  quotaBytes: 60 * gb,
  usedBytes: 20.5 * gb,
  startsAt: null,
  expiresAt: null,
  measuredAt: 0,
};

export type Hotspot = Pick<RunningMirror, 'requests' | 'setFault'> & {
  /** Somebody else signs in on its page: there is one session at a time. */
  endSession: () => Promise<void>;
  switchOff: () => Promise<void>;
};

/** Starts a hotspot at its default address, on port 80. */
export async function startHotspot(which: keyof typeof hotspots, definition: MirrorDefinition): Promise<Hotspot> {
  const mirror = await startMirror(definition, { host: hotspots[which].host, port: 80 });
  mirror.write({ ...defaultEntry, measuredAt: Date.now() });
  let isOn = true;
  const switchOff = async () => {
    if (isOn) await mirror.close();
    isOn = false;
  };
  const endSession = async () => {
    const body = new URLSearchParams({ goformId: 'LOGIN' });
    await fetch(`${mirror.url}/goform/goform_set_cmd_process`, { method: 'POST', body });
  };
  return { requests: mirror.requests, setFault: mirror.setFault, endSession, switchOff };
}
