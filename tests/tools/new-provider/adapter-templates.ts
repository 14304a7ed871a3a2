import { gap } from './gaps.ts';
import type { NewProvider } from './provider-id.ts';

/* utils/providers/<kind>/<id>.ts: wire schemas, pure map, declaration. */

export function apiKeyAdapter({ id, name, title }: NewProvider): string {
  return `import * as v from 'valibot';
import type { Card } from '../../core/usage/card.ts';
import { apiKeyForm } from '../adapter/api-key-form.ts';
import type { HttpResponse, Provider } from '../adapter/provider.ts';
import { buildCard, sourceClock, toUsageSnapshot } from '../adapter/to-snapshot.ts';
import { mapNotFoundToCardGone } from '../http/provider-error.ts';

/*
 * ${title}, for the owner of an API key.
 * ${gap(id, 'adapter names neither its source nor the units of its amounts and times')}
 */

/** ${gap(id, 'wire schema still accepts anything')} */
const answer = v.unknown();

function toCard(iccid: string, response: HttpResponse): Card {
  v.parse(answer, response.body);
  return buildCard({ key: iccid, title: iccid, balance: { kind: 'unknown' }, measuredAt: sourceClock(response) });
}

export const ${name} = {
  id: '${id}',
  form: apiKeyForm({
    textKey: '${name}',
    aliases: [],
    tokenPage: null,
    origin: 'https://api.${id}.invalid', // ${gap(id, 'adapter has no address yet')}
    codes: ['iccid'],
    secret: 'key',
    seller: { byteUnit: 1000 },
  }),
  readCards: async (client, { origin, endpoints: { iccid = '' } }) => {
    const response = await client.get(\`\${origin}/v1/sims/\${encodeURIComponent(iccid)}\`).catch(mapNotFoundToCardGone);
    return toUsageSnapshot(response, [toCard(iccid, response)]);
  },
} satisfies Provider;
`;
}

export function hotspotAdapter({ id, name, title }: NewProvider): string {
  return `import * as v from 'valibot';
import type { Seller } from '../../core/accounts/account.ts';
import type { UsageSnapshot } from '../../core/usage/usage-snapshot.ts';
import type { HttpResponse, Provider } from '../adapter/provider.ts';
import { hotspotForm, requestHotspot, toHotspotSnapshot } from './hotspot.ts';

/*
 * ${title}, with any SIM. The usage is what the hotspot counted this month, not what the network bills.
 * ${gap(id, 'adapter names neither its source nor the units of its amounts and times')}
 */

/** ${gap(id, 'wire schema still accepts anything')} */
const answer = v.unknown();

function toSnapshot(response: HttpResponse, seller: Seller): UsageSnapshot {
  v.parse(answer, response.body);
  return toHotspotSnapshot(response, { network: '', limitBytes: null, usedBytes: Number.NaN, day: 1 }, seller);
}

export const ${name} = {
  id: '${id}',
  isLocalNetwork: true,
  form: hotspotForm({
    textKey: '${name}',
    aliases: [],
    preset: 'http://192.168.1.1', // ${gap(id, 'adapter has no address yet')}
  }),
  readCards: async (client, seller) =>
    toSnapshot(await requestHotspot(client, \`\${seller.origin}/api/status\`), seller),
} satisfies Provider;
`;
}

/** Nothing is fetched: the form's fields replace the wire. */
export function enteredAdapter({ id, name, title }: NewProvider): string {
  return `import { toManualSnapshot } from '../../core/manual/manual-plan.ts';
import { manualCardFields, parseManualPlan } from '../../core/manual/manual-plan-form.ts';
import type { Provider } from '../adapter/provider.ts';

/*
 * ${title}: the user enters the plan once, and what is left from time to time. No server is polled.
 * ${gap(id, 'adapter does not say how it differs from manual.ts')}
 */
export const ${name} = {
  id: '${id}',
  form: {
    textKey: '${name}',
    aliases: [],
    isForKeyOwners: false,
    fields: manualCardFields, // ${gap(id, 'fields are still those of manual.ts')}
    origins: [],
    tokenPage: null,
    toConnection: (base, entries) => {
      const byteUnit = entries.gb === '1024' ? 1024 : 1000;
      const manualPlan = parseManualPlan(entries, byteUnit, base.manualPlan, Date.now());
      const checkoutOrigins = manualPlan.renewal ? [new URL(manualPlan.renewal.url).origin] : [];
      const endpoints = { ...entries, key: base.endpoints.key ?? crypto.randomUUID() };
      const plan = { byteUnit, checkoutOrigins, meteredBy: 'user', manualPlan, endpoints } as const;
      return { seller: { ...base, ...plan, name: entries.name ?? base.name }, secret: null };
    },
  },
  readCards: async (_client, { manualPlan, name, endpoints }) => {
    if (!manualPlan) throw new Error('Nothing was entered');
    return toManualSnapshot(manualPlan, { key: endpoints.key ?? name, title: name }, Date.now());
  },
} satisfies Provider;
`;
}
