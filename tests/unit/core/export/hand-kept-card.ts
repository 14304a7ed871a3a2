import { defaultPreference } from '../../../../utils/core/accounts/card-preferences.ts';
import type { HandKeptCard } from '../../../../utils/core/export/settings-file.ts';
import { parseManualPlan } from '../../../../utils/core/manual/manual-plan-form.ts';
import { start } from '../../support/builders.ts';

/** As entered, 1 of 3 GB left. */
export function aHandKeptCard(overrides: Partial<HandKeptCard> = {}): HandKeptCard {
  return {
    name: 'Train',
    byteUnit: 1000,
    plan: parseManualPlan({ quota: '3 GB', left: '1 GB', link: 'https://axis.example/renew' }, 1000, null, start),
    entries: { name: 'Train', quota: '3 GB', key: 'k1' },
    preference: defaultPreference,
    ...overrides,
  };
}
