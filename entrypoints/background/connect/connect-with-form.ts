import { translateKey } from '../../../utils/browser/i18n.ts';
import type { ListedProvider, SignInResult } from '../../../utils/browser/messages.ts';
import { hasOrigins } from '../../../utils/browser/permissions.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { defaultSeller, type Seller } from '../../../utils/core/accounts/account.ts';
import { requiredMatchPatterns } from '../../../utils/core/accounts/origins.ts';
import { type FormValues, fieldsOfChange, trimValues, validateForm } from '../../../utils/core/forms/form-field.ts';
import type { Provider } from '../../../utils/providers/adapter/provider.ts';
import { findProvider, loadProviders } from '../../../utils/providers/registry.ts';
import { read } from '../state/state-store.ts';
import { addAccountFromForm } from './add-account.ts';
import { foundSeller } from './found-sellers.ts';
import { toSignInResult } from './sign-in.ts';

/** The providers with a form, for the connect page; of those found by an address only the fields are used. */
export async function listProviders(): Promise<ListedProvider[]> {
  return (await loadProviders()).flatMap(({ id, form, setup }): ListedProvider[] => {
    if (form) {
      const { toConnection: _, ...description } = form;
      return [{ id, isSelectable: true, ...description }];
    }
    const nothing = { textKey: id, aliases: [], isForKeyOwners: false, origins: [], tokenPage: null };
    return setup ? [{ id, isSelectable: false, ...nothing, fields: setup.fields }] : [];
  });
}

type FormRequest = { providerId: string; foundId: string | null; entries: FormValues; accountId: string | null };

/** Connects an account by the form's values, or changes those of an existing one. */
export async function connectWithForm({ providerId, foundId, entries, accountId }: FormRequest): Promise<SignInResult> {
  const provider = await findProvider(providerId);
  const form = provider?.form ?? provider?.setup;
  const account = accountId === null ? null : await read(keys.account(accountId));
  const base = provider && (account?.seller ?? (await baseSeller(provider, foundId)));
  if (!provider || !form || !base) return { kind: 'not-found' };
  const fields = accountId === null ? form.fields : fieldsOfChange(form.fields);
  if (Object.keys(validateForm(fields, entries)).length > 0) return { kind: 'refused' };
  const { seller, secret } = form.toConnection(base, trimValues(fields, entries));
  const patterns = requiredMatchPatterns(seller);
  if (patterns.length > 0 && !(await hasOrigins(patterns))) {
    return { kind: 'failure', failure: { kind: 'permission-missing' } };
  }
  const credentials = secret === null ? null : ({ kind: 'card-token', token: secret } as const);
  try {
    return await addAccountFromForm(provider, seller, credentials, account?.id ?? null);
  } catch (error) {
    return toSignInResult(error, provider.isLocalNetwork);
  }
}

async function baseSeller({ id, form }: Provider, foundId: string | null): Promise<Seller | null> {
  if (form) return defaultSeller(id, translateKey(`provider.${form.textKey}.name`));
  const found = foundId === null ? null : await foundSeller(foundId);
  return found?.providerId === id ? found : null;
}
