import { saltedHashes } from '../../../utils/browser/page/salted-hash.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { defaultPreferences, preferenceOf } from '../../../utils/core/accounts/card-preferences.ts';
import { defaultSettings } from '../../../utils/core/settings.ts';
import { identityOf, type LocalState, sellerCardName } from '../../../utils/core/sync/local-items.ts';
import { formatCardId } from '../../../utils/core/usage/card-id.ts';
import { readAll, readIndex } from '../state/state-store.ts';

/** The same on all computers, so that a card has one name; another than that of anything else that is hashed. */
const salt = 'gigabar-sync';
/** 132 bits of a hash. */
const hashLength = 22;

/** What of this computer may follow the user. `known`: items that a card without preferences is named by, too. */
export async function loadLocalState(known: ReadonlySet<string>): Promise<LocalState> {
  const index = await readIndex();
  const values = await readAll([keys.settings, keys.preferences, ...index.accounts.map(({ id }) => keys.account(id))]);
  const preferences = values(keys.preferences) ?? defaultPreferences;
  const accounts = index.accounts.flatMap(({ id }) => values(keys.account(id)) ?? []);
  const cards = index.accounts.flatMap(({ id, cards: listed }) => {
    const account = accounts.find((one) => one.id === id);
    return listed.flatMap(({ key }) => {
      const identity = account ? identityOf(account, key) : null;
      return identity === null ? [] : [{ identity, idText: formatCardId({ accountId: id, cardKey: key }) }];
    });
  });
  const hashes = await saltedHashes(
    salt,
    cards.map(({ identity }) => identity),
  );
  const named = cards.map(({ identity, idText }) => {
    return [sellerCardName((hashes.get(identity) ?? '').slice(0, hashLength)), idText] as const;
  });
  const hashed = new Map(
    named.filter(([name, idText]) => {
      const { name: title, rules } = preferenceOf(preferences, idText);
      return known.has(name) || title !== null || rules !== null;
    }),
  );
  return { settings: values(keys.settings) ?? defaultSettings, preferences, accounts, hashed };
}
