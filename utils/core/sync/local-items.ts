import type { Account } from '../accounts/account.ts';
import { type CardPreferences, defaultPreference, preferenceOf } from '../accounts/card-preferences.ts';
import {
  type HandKeptCard,
  handKeptCardOf,
  handKeptProvider,
  keyOfHandKept,
  toHandKeptCard,
} from '../export/settings-file.ts';
import { alertRulesOf, type Settings } from '../settings.ts';
import type { LocalItems } from './sync-items.ts';

/*
 * What of this computer follows the user, and under which names: `rules`; `card:<hash>`, the name and the rules of a
 * seller's card; `own:<key>`, a card kept by hand. Nothing else of an account does, and of a seller's card not its id.
 */

const [rulesName, sellerCard, ownCard] = ['rules', 'card:', 'own:'] as const;

export type ItemKind = 'rules' | 'seller-card' | 'own-card';

/** Null: of a later version of Gigabar. */
export function kindOfItem(name: string): ItemKind | null {
  if (name === rulesName) return 'rules';
  if (name.startsWith(sellerCard)) return 'seller-card';
  return name.startsWith(ownCard) ? 'own-card' : null;
}

/** The user removes what they have entered; a seller's card may only not be connected on this computer. */
export const isRemovable = (name: string): boolean => kindOfItem(name) === 'own-card';

/** By what a seller's card is the same one on another computer; null: by nothing, or it is no card of a seller. */
export function identityOf({ seller, accountKey }: Account, cardKey: string): string | null {
  if (seller.providerId === handKeptProvider || seller.origin === '') return null;
  return [seller.providerId, seller.origin, accountKey ?? '', cardKey].join('\n');
}

export const sellerCardName = (hash: string): string => sellerCard + hash;
export const ownCardName = (card: HandKeptCard): string => ownCard + keyOfHandKept(card);

/** Null: the account is no card kept by hand. */
export function nameOfOwnCard(account: Account): string | null {
  const card = toHandKeptCard(account, defaultPreference);
  return card && ownCardName(card);
}

/** `hashed`: the listed cards of sellers by the names of their items. `accounts`: those kept by hand among them. */
export type LocalState = {
  settings: Settings;
  preferences: CardPreferences;
  accounts: readonly Account[];
  hashed: ReadonlyMap<string, string>;
};

export function toLocalItems({ settings, preferences, accounts, hashed }: LocalState): LocalItems {
  const own = accounts.flatMap((account) => {
    const card = handKeptCardOf(account, preferences);
    if (!card) return [];
    const { name, byteUnit, entries, plan } = card;
    const { name: cardName, rules } = card.preference;
    return [[ownCardName(card), { name, byteUnit, entries, cardName, rules, ...plan }] as const];
  });
  const ofSellers = [...hashed].map(([itemName, idText]) => {
    const { name, rules } = preferenceOf(preferences, idText);
    return [itemName, { name, rules }] as const;
  });
  const { quiet } = settings;
  return { [rulesName]: { ...alertRulesOf(settings), quiet }, ...Object.fromEntries([...ofSellers, ...own]) };
}

/** A card kept by hand, of the fields of its item as they are here and as they are to be; its form is checked later. */
export function handKeptOf(fields: Record<string, unknown>): unknown {
  const { name, byteUnit, entries, cardName, rules, ...plan } = fields;
  const preference = { name: cardName, isHidden: false, rules, neededUntil: null };
  return { name, byteUnit, entries, plan, preference };
}
