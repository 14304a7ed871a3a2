import { translateKey } from '../../../utils/browser/i18n.ts';
import type { HotspotResult } from '../../../utils/browser/messages.ts';
import { defaultSeller, type Seller } from '../../../utils/core/accounts/account.ts';
import { usualHotspots } from '../../../utils/core/sellers/usual-hotspots.ts';
import type { Provider } from '../../../utils/providers/adapter/provider.ts';
import { toFailure } from '../../../utils/providers/http/to-failure.ts';
import { findProvider } from '../../../utils/providers/registry.ts';
import { createProviderClient } from '../accounts/authorized-client.ts';
import { releaseHosts } from '../accounts/release-hosts.ts';
import { connectWithForm } from './connect-with-form.ts';

/** A hotspot in the same network answers at once; where there is none, nobody ever does. */
const waitMs = 2000;

type Hotspot = { providerId: string; origin: string };
/** locked: it wants its password first. */
type Answer = Hotspot & { kind: 'answered' | 'locked' };

/**
 * Asks the usual addresses of hotspots in this network, which the user has just allowed, and connects the first that
 * answers. The permission for the other addresses is given back.
 */
export async function findHotspot(): Promise<HotspotResult> {
  const requests = usualHotspots.map((hotspot) => ({ hotspot, answer: ask(hotspot) }));
  const found = await firstAnswer(requests.map(({ answer }) => answer));
  const result = found === null ? ({ kind: 'none' } as const) : await connectFound(found);
  for (const { hotspot, answer } of requests) {
    if (hotspot.origin === found?.origin && result.kind !== 'none') continue;
    const release = () => releaseHosts({ origin: hotspot.origin, endpoints: {} });
    await release();
    // A request that was under way may have set its headers' rule anew.
    void answer.then(release).catch(() => undefined);
  }
  return result;
}

async function ask(hotspot: Hotspot): Promise<Answer | null> {
  const provider = await findProvider(hotspot.providerId);
  const seller = provider && sellerAt(provider, hotspot.origin);
  if (!provider || !seller) return null;
  try {
    await provider.readCards(createProviderClient(provider, null), seller, null);
    return { ...hotspot, kind: 'answered' };
  } catch (error) {
    const { kind } = toFailure(error, Date.now(), navigator.onLine, true);
    return kind === 'locked' || kind === 'signed-out' ? { ...hotspot, kind: 'locked' } : null;
  }
}

function sellerAt({ id, form }: Provider, origin: string): Seller | null {
  const base = form && defaultSeller(id, translateKey(`provider.${form.textKey}.name`));
  return form && base ? form.toConnection(base, { address: origin }).seller : null;
}

/** One with figures, as soon as there is one; else, of those that have answered in time, one that is locked. */
async function firstAnswer(answers: readonly Promise<Answer | null>[]): Promise<Answer | null> {
  const locked: Answer[] = [];
  const withFigures = answers.map(async (asked) => {
    const answer = await asked;
    if (answer?.kind === 'locked') locked.push(answer);
    if (answer?.kind !== 'answered') throw new Error('No figures');
    return answer;
  });
  const timeIsUp = new Promise<null>((resolve) => setTimeout(() => resolve(null), waitMs));
  const first = await Promise.race([Promise.any(withFigures).catch(() => null), timeIsUp]);
  return first ?? locked[0] ?? null;
}

async function connectFound({ providerId, origin, kind }: Answer): Promise<HotspotResult> {
  if (kind === 'locked') return { kind: 'locked', origin };
  const entries = { address: origin };
  const result = await connectWithForm({ providerId, foundId: null, entries, accountId: null });
  if (result.kind === 'signed-in' || result.kind === 'cannot-save') return result;
  if (result.kind === 'no-amount') return { kind: 'no-amount', providerId, origin };
  return result.kind === 'refused' ? { kind: 'locked', origin } : { kind: 'none' };
}
