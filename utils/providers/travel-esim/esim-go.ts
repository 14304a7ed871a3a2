import * as v from 'valibot';
import type { Balance, Plan, PlanState } from '../../core/usage/card.ts';
import { apiKeyForm } from '../adapter/api-key-form.ts';
import type { Provider } from '../adapter/provider.ts';
import { balanceFromRemaining, buildCard, sourceClock, toUsageSnapshot, usedUp } from '../adapter/to-snapshot.ts';
import { listLimits, listOf } from '../adapter/wire-lists.ts';
import { id, instant, masked, maybe, number, orUnlimited, text as someText } from '../adapter/wire-parts.ts';
import { mapNotFoundToCardGone, mapToSignedOut } from '../http/provider-error.ts';

/*
 * eSIM Go, wholesale travel eSIMs, for the owner of an API key. Source: its official documents of 2026-11 (high
 * confidence); never tried against the live API. Bytes, with GB = 10^9. One eSIM holds many bundles, each assigned many
 * times: every assignment is a plan. `startTime` and `endTime` are there once it has started, and may be empty.
 */

const text = maybe(someText);
const amount = maybe(v.pipe(number, orUnlimited));

const assignment = v.object({
  id,
  callTypeGroup: text,
  initialQuantity: amount,
  remainingQuantity: amount,
  bundleState: v.fallback(v.string(), ''),
  unlimited: v.fallback(v.boolean(), false),
  startTime: maybe(instant),
  endTime: maybe(instant),
});
const bundle = v.object({
  name: text,
  description: text,
  assignments: v.nullable(listOf(assignment, listLimits.modules), []),
});
const bundles = v.object({ bundles: v.nullable(listOf(bundle, listLimits.plans), []) });

/** Assignments in all other states are active. One that is queued begins at its first use. */
const states = new Map<string, PlanState>([
  ['processing', 'queued'],
  ['queued', 'not-started'],
  ['expired', 'expired'],
  ['revoked', 'expired'],
  ['lapsed', 'expired'],
]);

/** The plans of a bundle; those for calls and messages are left out. */
function toPlans(
  { name, description, assignments }: v.InferOutput<typeof bundle>,
  defaultTitle: string,
  now: number,
): Plan[] {
  const dataAssignments = assignments.filter(({ callTypeGroup }) => (callTypeGroup ?? 'data').toLowerCase() === 'data');
  return dataAssignments.flatMap((assignment) => {
    const state = assignment.bundleState.toLowerCase();
    return buildCard({
      key: assignment.id,
      title: description || name || defaultTitle,
      balance: toBalance(assignment, state),
      measuredAt: now,
      startsAt: assignment.startTime,
      expiresAt: assignment.endTime,
      planState: states.get(state) ?? 'active',
    }).plans;
  });
}

function toBalance(assignment: v.InferOutput<typeof bundle>['assignments'][number], state: string): Balance {
  if (state === 'depleted') return usedUp(assignment.initialQuantity);
  if (assignment.unlimited) return { kind: 'unlimited' };
  return balanceFromRemaining(assignment.initialQuantity, assignment.remainingQuantity);
}

/** It answers 403 both to a wrong key and to an ICCID of another owner: the user has to enter either again. */
const mapWrongKeyToSignedOut = mapToSignedOut(403);

export const esimGo = {
  id: 'esim-go',
  form: apiKeyForm({
    textKey: 'esimGo',
    aliases: ['eSIM Go', 'esim-go.com'],
    tokenPage: 'https://portal.esim-go.com/',
    origin: 'https://api.esim-go.com',
    codes: ['iccid'],
    secret: 'key',
    seller: { byteUnit: 1000, accountUrl: 'https://portal.esim-go.com/' },
  }),
  auth: { headers: (secret) => ({ 'X-API-Key': secret }) },
  readCards: async (client, { origin, name, endpoints }) => {
    const { iccid = '' } = endpoints;
    const url = `${origin}/v2.4/esims/${encodeURIComponent(iccid)}/bundles?includeUsed=true&limit=15`;
    const response = await client.get(url).catch(mapWrongKeyToSignedOut).catch(mapNotFoundToCardGone);
    const now = sourceClock(response);
    const plans = v.parse(bundles, response.body).bundles.flatMap((bundle) => toPlans(bundle, name, now));
    const omittedPlans = Math.max(0, plans.length - listLimits.plans);
    const card = { key: iccid, title: name, subscriberId: masked(iccid), state: 'active', measuredAt: now } as const;
    const taken = { plans: plans.slice(0, listLimits.plans), ...(omittedPlans > 0 ? { omittedPlans } : {}) };
    return toUsageSnapshot(response, [{ ...card, ...taken }]);
  },
} satisfies Provider;
