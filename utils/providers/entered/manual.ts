import { ownReadingFor } from '../../core/manual/manual-plan.ts';
import { cardFields, ownPlanFrom } from '../../core/manual/manual-plan-form.ts';
import type { Provider } from '../adapter/provider.ts';

/**
 * Any card whose seller answers nobody: the person enters the plan once, and what is left now and then. No server is
 * asked; what was entered is all there is, and grows old as any other figure does.
 */
export const manual = {
  id: 'manual',
  form: {
    words: 'manual',
    aliases: ['SIM', 'eSIM', 'prepaid'],
    isForKeyOwners: false,
    isForAnyCard: true,
    fields: cardFields,
    origins: [],
    tokenPage: null,
    open: (base, entries) => {
      const byteUnit = entries.gb === '1024' ? 1024 : 1000;
      const own = ownPlanFrom(entries, byteUnit, base.own, Date.now());
      const checkoutOrigins = own.renewal ? [new URL(own.renewal.url).origin] : [];
      const name = entries.name ?? base.name;
      // Each is a card of its own, however alike they are: no two of them are ever taken for one.
      const key = base.endpoints.key ?? crypto.randomUUID();
      const endpoints = { ...entries, key };
      return {
        seller: { ...base, name, byteUnit, checkoutOrigins, countedBy: 'person', own, endpoints },
        secret: null,
      };
    },
  },
  readCards: async (_client, { own, name, endpoints }) => {
    if (!own) throw new Error('Nothing was entered');
    return ownReadingFor(own, { key: endpoints.key ?? name, title: name }, Date.now());
  },
} satisfies Provider;
