import { Hono } from 'hono';
import type { Entry, MirrorDefinition } from './mirror.ts';

/* Telekom's data pass as reached over its own mobile data; on other networks it sends a page (the fault `html`). */

const pollS = 10_800;
const gb = 2 ** 30;

export const telekomDatapassMirror: MirrorDefinition = {
  id: 'telekom-datapass',
  entries: {},
  rateLimit: null,
  badCredential: null,
  routes: (read) => {
    const app = new Hono();
    app.get('/api/service/generic/v1/status', (c) => c.json(statusOf(read(), Date.now())));
    return app;
  },
};

function statusOf(entry: Entry, now: number) {
  const { name, kind, expiresAt, measuredAt } = entry;
  return {
    sessionState: 0,
    nextUpdate: pollS,
    subscriptions: ['speedon', 'roamLikeHome'],
    title: '',
    passName: kind === 'unlimited' && !/unlimited/i.test(name) ? `${name} unlimited` : name,
    passStage: 1,
    validityPeriod: 2,
    ...(kind === 'known' ? volumesOf(entry) : {}),
    usedAt: measuredAt,
    ...(expiresAt === null ? {} : remainingTimeOf(Math.floor((expiresAt - now) / 1000))),
    passType: 103,
  };
}

function volumesOf({ quotaBytes, usedBytes }: Entry) {
  return {
    initialVolume: quotaBytes,
    initialVolumeStr: volumeText(quotaBytes),
    usedVolume: usedBytes,
    usedPercentage: quotaBytes === 0 ? 100 : Math.ceil((usedBytes / quotaBytes) * 100),
    usedVolumeStr: volumeText(usedBytes),
  };
}

/** It is not known what is sent after the end; here the seconds become negative. */
function remainingTimeOf(seconds: number) {
  const days = Math.floor(Math.max(0, seconds) / 86_400);
  const hours = String(Math.floor((Math.max(0, seconds) % 86_400) / 3600)).padStart(2, '0');
  return { remainingSeconds: seconds, remainingTimeStr: `${days} Tage ${hours} Std.` };
}

function volumeText(bytes: number): string {
  const gigabytes = (bytes / gb).toFixed(2).replace(/\.?0+$/, '');
  return `${gigabytes.replace('.', ',')} GB`;
}
