import { handKeptProvider } from '../../core/export/settings-file.ts';
import { toManualSnapshot } from '../../core/manual/manual-plan.ts';
import { manualCardFields, parseManualPlan } from '../../core/manual/manual-plan-form.ts';
import type { Provider } from '../adapter/provider.ts';

/**
 * Any card whose seller has no API: the user enters the plan once, and what is left from time to time. No server is
 * polled; the entered balance is all there is, and becomes stale as any other does.
 */
export const manual = {
  id: handKeptProvider,
  form: {
    textKey: 'manual',
    aliases: ['SIM', 'eSIM', 'prepaid'],
    isForKeyOwners: false,
    isForAnyCard: true,
    fields: manualCardFields,
    origins: [],
    tokenPage: null,
    toConnection: (base, entries) => {
      const byteUnit = entries.gb === '1024' ? 1024 : 1000;
      const manualPlan = parseManualPlan(entries, byteUnit, base.manualPlan, Date.now());
      const checkoutOrigins = manualPlan.renewal ? [new URL(manualPlan.renewal.url).origin] : [];
      const name = entries.name ?? base.name;
      // A key of its own keeps two cards with equal entries apart.
      const key = base.endpoints.key ?? crypto.randomUUID();
      const endpoints = { ...entries, key };
      return {
        seller: { ...base, name, byteUnit, checkoutOrigins, meteredBy: 'user', manualPlan, endpoints },
        secret: null,
      };
    },
  },
  readCards: async (_client, { manualPlan, name, endpoints }) => {
    if (!manualPlan) throw new Error('Nothing was entered');
    return toManualSnapshot(manualPlan, { key: endpoints.key ?? name, title: name }, Date.now());
  },
} satisfies Provider;
