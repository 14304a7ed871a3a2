import { useEffect, useState } from 'preact/hooks';
import { type ListedProvider, send } from '../../utils/browser/messages.ts';
import { getStored } from '../../utils/browser/storage.ts';
import { keys, storedValue } from '../../utils/browser/storage-keys.ts';
import { manualPlanToFormValues } from '../../utils/core/manual/manual-plan-form.ts';
import type { ChosenProvider } from './use-provider-form.ts';

/** What the page's address asks for: a provider by its id, or an account whose entries are to be changed. */
export type ConnectQuery = { seller: string | null; provider: string | null; change: string | null };

/** The providers to choose from, and the one that is chosen. */
export function useProviders({ provider: askedId, change }: ConnectQuery) {
  const [providers, setProviders] = useState<ListedProvider[]>([]);
  const [chosen, choose] = useState<ChosenProvider | null>(null);
  useEffect(() => {
    const load = async () => {
      const listed = await send('listProviders', {});
      setProviders(listed.filter(({ isChosen }) => isChosen));
      const changed = change === null ? null : await formValuesOf(change);
      const provider = listed.find(({ id }) => id === (changed?.providerId ?? askedId));
      if (!provider) return;
      const { name, filled = {} } = changed ?? {};
      choose({ provider, accountId: changed ? change : null, filled, ...(name ? { name } : {}) });
    };
    load().catch(() => undefined);
  }, []);
  return { providers, chosen, choose };
}

/** What was entered for an account; what is left is not in it: it is asked anew, or stays as it is. */
async function formValuesOf(id: string) {
  const account = storedValue(await getStored([keys.account(id).name]), keys.account(id));
  if (!account) return null;
  const { endpoints, manualPlan, byteUnit, providerId, name } = account.seller;
  const { left: _, ...entries } = endpoints;
  return {
    providerId,
    name,
    filled: manualPlan ? { ...entries, ...manualPlanToFormValues(manualPlan, byteUnit) } : entries,
  };
}
