import { said } from '../../../utils/browser/i18n.ts';
import type { ListedProvider, SignedIn } from '../../../utils/browser/messages.ts';
import { hasOrigins } from '../../../utils/browser/permissions.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { blankSeller, type Seller } from '../../../utils/core/accounts/account.ts';
import { patternsOf } from '../../../utils/core/accounts/origins.ts';
import { type Entries, entriesOf, problemsOf } from '../../../utils/core/forms/form-field.ts';
import type { Provider } from '../../../utils/providers/adapter/provider.ts';
import { providerOf, providers } from '../../../utils/providers/registry.ts';
import { read } from '../state/store.ts';
import { welcomeEntered } from './add-account.ts';
import { findSeller, problemOf } from './sign-in.ts';

/** Those that ask for entries, as the connect page shows them; of those found by an address only the fields matter. */
export function listProviders(): ListedProvider[] {
  return providers.flatMap(({ id, form, own }): ListedProvider[] => {
    if (form) {
      const { open: _, ...about } = form;
      return [{ id, isChosen: true, ...about }];
    }
    const nothing = { words: id, aliases: [], isForKeyOwners: false, origins: [], tokenPage: null };
    return own ? [{ id, isChosen: false, ...nothing, fields: own.fields }] : [];
  });
}

type Ask = { providerId: string; origin: string | null; entries: Entries; accountId: string | null };

/** Connects an account by what was entered, or changes the entries of one there is. Ends in a figure, or says why not. */
export async function connectWith({ providerId, origin, entries, accountId }: Ask): Promise<SignedIn> {
  const provider = providerOf(providerId);
  const way = provider?.form ?? provider?.own;
  const account = accountId === null ? null : await read(keys.account(accountId));
  const base = provider && (account?.seller ?? (await baseFor(provider, origin)));
  if (!provider || !way || !base) return { kind: 'failure', failure: { kind: 'no-answer' } };
  if (Object.keys(problemsOf(way.fields, entries)).length > 0) return { kind: 'refused' };
  const { seller, secret } = way.open(base, entriesOf(way.fields, entries));
  const patterns = patternsOf(seller);
  if (patterns.length > 0 && !(await hasOrigins(patterns))) {
    return { kind: 'failure', failure: { kind: 'permission-missing' } };
  }
  const credentials = secret === null ? null : ({ kind: 'card-token', token: secret } as const);
  try {
    return await welcomeEntered(provider, seller, credentials, account?.id ?? null);
  } catch (error) {
    return problemOf(error, provider.isNearby);
  }
}

async function baseFor({ id, form }: Provider, origin: string | null): Promise<Seller | null> {
  if (form) return blankSeller(id, said(`provider.${form.words}.name`));
  const found = origin === null ? null : await findSeller(origin);
  return found?.kind === 'found' && found.seller.providerId === id ? found.seller : null;
}
