import { toManualSnapshot } from '../../core/manual/manual-plan.ts';
import { manualCardFields, parseManualPlan } from '../../core/manual/manual-plan-form.ts';
import type { Provider } from '../adapter/provider.ts';

/**
 * Any card whose seller answers nobody: the person enters the plan once, and what is left now and then. No server is
 * asked; what was entered is all there is, and grows old as any other figure does.
 */
export const manual = {
  id: 'manual',
  form: {
    textKey: 'manual',
    aliases: ['SIM', 'eSIM', 'prepaid'],
    isForKeyOwners: false,
    isForAnyCard: true,
    fields: manualCardFields,
    origins: [],
    tokenPage: null,
    open: (base, entries) => {
      const byteUnit = entries.gb === '1024' ? 1024 : 1000;
      const manualPlan = parseManualPlan(entries, byteUnit, base.manualPlan, Date.now());
      const checkoutOrigins = manualPlan.renewal ? [new URL(manualPlan.renewal.url).origin] : [];
      const name = entries.name ?? base.name;
      // Each is a card of its own, however alike they are: no two of them are ever taken for one.
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
