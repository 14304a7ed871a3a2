import { type Account, defaultSeller, type Seller } from '../accounts/account.ts';
import {
  type CardPreference,
  type CardPreferences,
  defaultPreference,
  preferenceOf,
} from '../accounts/card-preferences.ts';
import type { ManualPlan } from '../manual/manual-plan.ts';
import type { Settings } from '../settings.ts';
import { formatCardId } from '../usage/card-id.ts';
import type { ByteUnit } from '../values/bytes.ts';

/** A card kept by hand, as it was entered. `entries`: of its form, with the key that tells it from others. */
export type HandKeptCard = {
  name: string;
  byteUnit: ByteUnit;
  plan: ManualPlan;
  entries: Record<string, string>;
  preference: CardPreference;
};

/** The user's settings and cards kept by hand, in a file of theirs: no account of a seller, and nothing secret. */
export type SettingsFile = { gigabar: typeof settingsFileVersion; settings: Settings; cards: HandKeptCard[] };

/** Raised where an older Gigabar would misread what is written now. */
export const settingsFileVersion = 2;

export const handKeptProvider = 'manual';

/** Null: the account is no card kept by hand. */
export function toHandKeptCard({ seller }: Account, preference: CardPreference): HandKeptCard | null {
  const { providerId, name, byteUnit, manualPlan: plan, endpoints: entries } = seller;
  return providerId === handKeptProvider && plan ? { name, byteUnit, plan, entries, preference } : null;
}

/** With what the user chose of it; null: the account is no card kept by hand. */
export function handKeptCardOf(account: Account, preferences: CardPreferences): HandKeptCard | null {
  const card = toHandKeptCard(account, defaultPreference);
  if (!card) return null;
  const idText = formatCardId({ accountId: account.id, cardKey: keyOfHandKept(card) });
  return { ...card, preference: preferenceOf(preferences, idText) };
}

export function sellerOfHandKept({ name, byteUnit, plan, entries }: HandKeptCard): Seller {
  return {
    ...defaultSeller(handKeptProvider, name),
    byteUnit,
    checkoutOrigins: plan.renewal ? [new URL(plan.renewal.url).origin] : [],
    meteredBy: 'user',
    manualPlan: plan,
    endpoints: entries,
  };
}

/** By which a card is found again on a computer that has it already. */
export function keyOfHandKept({ name, entries }: HandKeptCard): string {
  return entries.key ?? name;
}
