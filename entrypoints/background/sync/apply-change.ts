import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import { defaultPreferences, preferenceOf, withPreference } from '../../../utils/core/accounts/card-preferences.ts';
import { keyOfHandKept } from '../../../utils/core/export/settings-file.ts';
import { defaultSettings } from '../../../utils/core/settings.ts';
import { parseHandKeptCard } from '../../../utils/core/storage/settings-file-schema.ts';
import { readStored } from '../../../utils/core/storage/stored-values.ts';
import {
  handKeptOf,
  kindOfItem,
  type LocalState,
  nameOfOwnCard,
  ownCardName,
} from '../../../utils/core/sync/local-items.ts';
import type { LocalChange, LocalItems } from '../../../utils/core/sync/sync-items.ts';
import { formatCardId, parseCardId } from '../../../utils/core/usage/card-id.ts';
import { deleteAccount } from '../accounts/delete-account.ts';
import { importCard } from '../settings/import-settings.ts';
import { update } from '../state/state-store.ts';

/** Takes over what was changed on another computer. What makes no sense here is left as it is. */
export async function applyChange({ name, fields }: LocalChange, local: LocalItems, state: LocalState): Promise<void> {
  switch (kindOfItem(name)) {
    case 'rules':
      return fields ? changeRules(fields) : undefined;
    case 'seller-card':
      return fields ? changePreference(state.hashed.get(name) ?? '', fields) : undefined;
    case 'own-card':
      return fields ? changeOwnCard(name, { ...local[name], ...fields }, state) : removeOwnCard(name, state);
    default:
      return;
  }
}

async function changeRules(fields: Record<string, unknown>): Promise<void> {
  await update(keys.settings, (saved) => {
    const settings = saved ?? defaultSettings;
    // Each by itself: one that this version cannot read takes none of the others with it.
    const readable = Object.entries(fields).filter(
      ([field, value]) => readStored('settings', { ...settings, [field]: value }).unread.length === 0,
    );
    return { ...settings, ...Object.fromEntries(readable) };
  });
}

async function changePreference(idText: string, fields: Record<string, unknown>): Promise<void> {
  const card = parseCardId(idText);
  if (!card) return;
  const change = (saved = defaultPreferences) => {
    const changed = withPreference(saved, card, fields);
    return readStored('preferences', changed).unread.length === 0 ? changed : saved;
  };
  await update(keys.preferences, (saved) => change(saved ?? undefined), { id: card.accountId });
}

async function changeOwnCard(name: string, fields: Record<string, unknown>, state: LocalState): Promise<void> {
  const card = parseHandKeptCard(handKeptOf(fields));
  if (!card || ownCardName(card) !== name) return;
  const account = findOwnCard(name, state);
  const idText = account && formatCardId({ accountId: account.id, cardKey: keyOfHandKept(card) });
  const here = preferenceOf(state.preferences, idText ?? '');
  const { name: title, rules } = card.preference;
  await importCard({ ...card, preference: { ...here, name: title, rules } });
}

async function removeOwnCard(name: string, state: LocalState): Promise<void> {
  const account = findOwnCard(name, state);
  if (account) await deleteAccount(account.id);
}

function findOwnCard(name: string, { accounts }: LocalState): Account | undefined {
  return accounts.find((account) => nameOfOwnCard(account) === name);
}
