import * as v from 'valibot';
import type { Balance, Card } from '../core/usage/card.ts';
import { minuteMs } from '../core/values/time.ts';
import type { Provider } from './adapter/provider.ts';
import { balanceFromUsed, buildCard, sourceClock, toUsageSnapshot } from './adapter/to-snapshot.ts';
import { bytes, count, maybe, number, text } from './adapter/wire-parts.ts';
import { isHtml, mapStatus, notOnNetworkError } from './http/provider-error.ts';

/*
 * A SIM of Telekom Germany or of a brand on its network, without a login: the server identifies the SIM by the
 * connection that the request comes through, and refuses all others. Sources, as of 2026-11: several community clients
 * and bodies recorded in 2025, none of them official; never tried against the live server. Older clients report that it
 * answers mobile browsers only, and one that it is being switched off customer by customer; users without a balance
 * still have the link to the page. Volumes are bytes, with GB = 2^30. The texts are German and never parsed. The
 * meaning of sessionState, passStage, passType and validityPeriod is unknown.
 */

const page = 'https://pass.telekom.de';
const cardKey = 'datapass';

/** Epoch milliseconds; smaller values, before 2001, are in another unit. */
const epochMs = v.pipe(count, v.minValue(1e12));

/** Negative once the period has ended; but 0 and −1 may also mean "unknown". 30 years at most. */
const remainingTime = v.pipe(
  number,
  v.check((seconds) => Math.abs(seconds) < 1e9 && seconds !== 0 && seconds !== -1),
);

/** An answer with neither a name nor a volume is not this server's. */
const status = v.pipe(
  v.object({
    passName: maybe(text),
    initialVolume: maybe(bytes),
    usedVolume: maybe(bytes),
    usedAt: maybe(epochMs),
    remainingSeconds: maybe(remainingTime),
    nextUpdate: maybe(count),
  }),
  v.check(({ passName, initialVolume }) => passName !== null || initialVolume !== null),
);

type Status = v.InferOutput<typeof status>;

/** Missing volumes mean "unlimited" only if the name says so. */
function toBalance({ passName, initialVolume, usedVolume }: Status): Balance {
  if (/unlimited/i.test(passName ?? '')) return { kind: 'unlimited' };
  return balanceFromUsed(initialVolume, usedVolume);
}

const sameEndMs = 5 * minuteMs;

/**
 * Counted from the time of the answer, not from `usedAt`, which may be hours old: in the recorded body, `usedAt` plus
 * the remaining time is nine minutes before the month's end in Berlin, and between two bodies the remaining time fell
 * by 555 s while `usedAt` rose by 46 s. Transit time and whole seconds make the result jitter: an end close to the
 * previous one is taken as unchanged, because a later end would count as a renewal.
 */
function toEnd({ remainingSeconds }: Status, now: number, previousEnd: number | null): number | null {
  if (remainingSeconds === null) return null;
  const end = Math.round((now + remainingSeconds * 1000) / minuteMs) * minuteMs;
  return previousEnd !== null && Math.abs(end - previousEnd) <= sameEndMs ? previousEnd : end;
}

/** `now`: seller's clock. */
function toCard(answer: Status, sellerName: string, now: number, previousEnd: number | null): Card {
  return buildCard({
    key: cardKey,
    title: answer.passName ?? sellerName,
    balance: toBalance(answer),
    measuredAt: answer.usedAt ?? now,
    expiresAt: toEnd(answer, now, previousEnd),
    link: { kind: 'page', url: `${page}/`, cost: null },
  });
}

/** It has no credentials: these statuses mean that the request did not come through one of its SIMs. */
const mapRefusalToNotOnNetwork = mapStatus((status) => status === 401 || status === 403, notOnNetworkError);

export const telekomDatapass = {
  id: 'telekom-datapass',
  form: {
    textKey: 'telekomDatapass',
    aliases: ['Deutsche Telekom', 'T-Mobile', 'MagentaMobil', 'Datenpass', 'pass.telekom.de'],
    isForKeyOwners: false,
    fields: [],
    origins: [`${page}/*`],
    tokenPage: null,
    toConnection: (base) => ({
      seller: { ...base, origin: page, byteUnit: 1024, checkoutOrigins: [page], accountUrl: `${page}/` },
      secret: null,
    }),
  },
  isLocalNetwork: true,
  readCards: async (client, { origin, name }, previous) => {
    const response = await client.get(`${origin}/api/service/generic/v1/status`).catch(mapRefusalToNotOnNetwork);
    if (isHtml(response.text)) throw notOnNetworkError();
    const answer = v.parse(status, response.body);
    const previousEnd = previous?.cards.find(({ key }) => key === cardKey)?.plans[0]?.expiresAt ?? null;
    const card = toCard(answer, name, sourceClock(response), previousEnd);
    return toUsageSnapshot(response, [card], { floorMs: (answer.nextUpdate ?? 0) * 1000 });
  },
} satisfies Provider;
