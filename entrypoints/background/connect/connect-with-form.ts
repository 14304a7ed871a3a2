import { said } from '../../../utils/browser/i18n.ts';
import type { ListedProvider, SignedIn } from '../../../utils/browser/messages.ts';
import { hasOrigins } from '../../../utils/browser/permissions.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { blankSeller, patternsOf, type Seller } from '../../../utils/core/accounts/account.ts';
import { type Entries, entriesOf, problemsOf } from '../../../utils/core/forms/form-field.ts';
import { ownAfterPurchase } from '../../../utils/core/manual/manual-plan.ts';
import type { Offer } from '../../../utils/core/offers/offer.ts';
import { isUnpaid, type Order } from '../../../utils/core/orders/order.ts';
import type { Card } from '../../../utils/core/usage/card.ts';
import { figureFor } from '../../../utils/core/usage/card-balance.ts';
import type { Provider } from '../../../utils/providers/adapter/provider.ts';
import { providerOf, providers } from '../../../utils/providers/registry.ts';
import { noteEvent, ordersOf } from '../orders/order-store.ts';
import { checkAnew } from '../polling/refresh-account.ts';
import { read, update } from '../state/store.ts';
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

/** The person's own word of what is left, from now on. Much more than before, while an order waits, is what was ordered. */
export async function enterLeft(accountId: string, bytes: number): Promise<void> {
  const now = Date.now();
  const bought = await boughtBy(accountId, bytes, now);
  await update(keys.account(accountId), (account) => {
    if (!account?.seller.own) return account;
    const own = bought ? ownAfterPurchase(account.seller.own, bought.card, bought.offer, now) : account.seller.own;
    return { ...account, seller: { ...account.seller, own: { ...own, left: { bytes, at: now } } } };
  });
  // A plan that begins anew by itself shows nothing of it in the balance.
  if (bought) await noteEvent(bought.order.card, bought.order.id, { kind: 'balance', hasGrown: true, isAlone: true });
  await checkAnew(accountId);
}

type Bought = { card: Card; order: Order; offer: Offer };

async function boughtBy(accountId: string, bytes: number, now: number): Promise<Bought | null> {
  const card = (await read(keys.reading(accountId)))?.cards[0];
  if (!card || bytes === 0) return null;
  const figure = figureFor(card, now);
  const moreBytes = bytes - (figure.kind === 'known' ? figure.leftBytes : 0);
  const id = { accountId, cardKey: card.key };
  const order = (await ordersOf(id)).find(isUnpaid);
  const offer = (await read(keys.offers(id)))?.offers.find(({ planId }) => planId === order?.planId);
  // Less is a word put right.
  return order && offer && moreBytes * 2 >= (offer.quotaBytes ?? 1) ? { card, order, offer } : null;
}
