import { useEffect, useState } from 'preact/hooks';
import { type ListedProvider, send } from '../../../utils/browser/messages.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import type { FormValues } from '../../../utils/core/forms/form-field.ts';
import { manualPlanToFormValues } from '../../../utils/core/manual/manual-plan-values.ts';
import { readChecked } from '../../page/stored-readers.ts';
import type { ChosenProvider } from './use-provider-form.ts';

/**
 * The page's query: a seller's address, a provider's id with the first `entries` of its form, or the id of an account
 * to edit.
 */
export type ConnectQuery = {
  seller: string | null;
  provider: string | null;
  change: string | null;
  entries: FormValues;
};

/** The providers to choose from, and the chosen one. */
export function useProviders({ provider: requestedId, change, entries }: ConnectQuery) {
  const [providers, setProviders] = useState<ListedProvider[]>([]);
  const [chosen, choose] = useState<ChosenProvider | null>(null);
  useEffect(() => {
    const load = async () => {
      const listed = await send('listProviders', {});
      setProviders(listed.filter(({ isSelectable }) => isSelectable));
      const edited = change === null ? null : await loadFormValues(change);
      const provider = listed.find(({ id }) => id === (edited?.providerId ?? requestedId));
      if (!provider) return;
      const { name, initialValues = entries } = edited ?? {};
      choose({ provider, accountId: edited ? change : null, initialValues, ...(name ? { name } : {}) });
    };
    load().catch(() => undefined);
  }, []);
  return { providers, chosen, choose };
}

/** What was entered for an account. Without the remaining data: left empty, it stays as it is. */
async function loadFormValues(id: string) {
  const account = (await readChecked([keys.account(id)]))(keys.account(id));
  if (!account) return null;
  const { endpoints, manualPlan, byteUnit, providerId, name } = account.seller;
  const { left: _, ...entries } = endpoints;
  return {
    providerId,
    name,
    initialValues: manualPlan ? { ...entries, ...manualPlanToFormValues(manualPlan, byteUnit) } : entries,
  };
}
