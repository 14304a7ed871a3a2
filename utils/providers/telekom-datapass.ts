import * as v from 'valibot';
import type { Balance, Card } from '../core/usage/card.ts';
import { minuteMs } from '../core/values/time.ts';
import type { Provider } from './adapter/provider.ts';
import { balanceFromUsed, buildCard, sourceClock, toUsageSnapshot } from './adapter/to-snapshot.ts';
import { bytes, count, maybe, number, text } from './adapter/wire-parts.ts';
import { isHtml, mapStatus, notOnNetworkError } from './http/provider-error.ts';

/*
 * A SIM of Telekom Germany or a brand on its network, without any login: the server knows the SIM by the connection the
 * question comes through, and answers nobody else. Facts of 2026-11 from several community clients and bodies of 2025,
 * none of them official; nothing was called live. Older clients say that it answers browsers of phones alone, and one
 * that it is being switched off customer by customer: whoever gets no figures has the link to the page. Volumes are
 * bytes and its GB is 2^30. The texts are German and never parsed. What sessionState, passStage, passType and
 * validityPeriod mean is not known.
 */

const page = 'https://pass.telekom.de';
const cardKey = 'datapass';

/** Epoch milliseconds; what would be before 2001 is no such thing. */
const moment = v.pipe(count, v.minValue(1e12));

/** Below nothing where the period has ended; but 0 and −1 may as well stand for what is not known. 30 years at most. */
const rest = v.pipe(
  number,
  v.check((seconds) => Math.abs(seconds) < 1e9 && seconds !== 0 && seconds !== -1),
);

/** Without a name and a volume it is the answer of somebody else. */
const status = v.pipe(
  v.object({
    passName: maybe(text),
    initialVolume: maybe(bytes),
    usedVolume: maybe(bytes),
    usedAt: maybe(moment),
    remainingSeconds: maybe(rest),
    nextUpdate: maybe(count),
  }),
  v.check(({ passName, initialVolume }) => passName !== null || initialVolume !== null),
);

type Status = v.InferOutput<typeof status>;

/** Volumes that are left out mean "unlimited" only where the name says so. */
function toBalance({ passName, initialVolume, usedVolume }: Status): Balance {
  if (/unlimited/i.test(passName ?? '')) return { kind: 'unlimited' };
  return balanceFromUsed(initialVolume, usedVolume);
}

const sameEndMs = 5 * minuteMs;

/**
 * Counted from the answer, not from `usedAt`, which may be hours old: of the recorded body, `usedAt` plus the rest is
 * nine minutes before the month's end in Berlin, and of two bodies the rest fell by 555 s while `usedAt` rose by 46 s.
 * The way of the answer and whole seconds make it jump about: an end next to the one heard before is that very end, as
 * a later one would count as a renewal.
 */
function toEnd({ remainingSeconds }: Status, now: number, before: number | null): number | null {
  if (remainingSeconds === null) return null;
  const end = Math.round((now + remainingSeconds * 1000) / minuteMs) * minuteMs;
  return before !== null && Math.abs(end - before) <= sameEndMs ? before : end;
}

/** `now`: seller's clock; `endBefore`: the end as it was heard before. */
function toCard(told: Status, sellerName: string, now: number, endBefore: number | null): Card {
  return buildCard({
    key: cardKey,
    title: told.passName ?? sellerName,
    balance: toBalance(told),
    measuredAt: told.usedAt ?? now,
    expiresAt: toEnd(told, now, endBefore),
    link: { kind: 'page', url: `${page}/`, cost: null },
  });
}

/** There are no credentials to be refused: it does not see a SIM of its own. */
const asAway = mapStatus((status) => status === 401 || status === 403, notOnNetworkError);

export const telekomDatapass = {
  id: 'telekom-datapass',
  form: {
    textKey: 'telekomDatapass',
    aliases: ['Deutsche Telekom', 'T-Mobile', 'MagentaMobil', 'Datenpass', 'pass.telekom.de'],
    isForKeyOwners: false,
    fields: [],
    origins: [`${page}/*`],
    tokenPage: null,
    open: (base) => ({
      seller: { ...base, origin: page, byteUnit: 1024, checkoutOrigins: [page], accountUrl: `${page}/` },
      secret: null,
    }),
  },
  isLocalNetwork: true,
  readCards: async (client, { origin, name }, previous) => {
    const response = await client.get(`${origin}/api/service/generic/v1/status`).catch(asAway);
    if (isHtml(response.text)) throw notOnNetworkError();
    const told = v.parse(status, response.body);
    const endBefore = previous?.cards.find(({ key }) => key === cardKey)?.plans[0]?.expiresAt ?? null;
    const card = toCard(told, name, sourceClock(response), endBefore);
    return toUsageSnapshot(response, [card], { floorMs: (told.nextUpdate ?? 0) * 1000 });
  },
} satisfies Provider;
