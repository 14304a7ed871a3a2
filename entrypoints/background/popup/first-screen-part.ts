import { makeFirstScreen } from '../../../components/popup/first/make-first-screen.tsx';
import { type Key, keys } from '../../../utils/browser/storage-keys.ts';
import type { Stored, StoredKind } from '../../../utils/core/storage/stored-values.ts';
import type { FirstScreen } from '../../../utils/core/toolbar/first-screen.ts';
import type { CardOverview } from '../state/card-overviews.ts';
import { readAll } from '../state/state-store.ts';

/** The first screen of a card, made of what is at hand of it and of what else is stored. `now`: our clock. */
export function makeScreenOf(overview: CardOverview, now: number): Promise<Omit<FirstScreen, 'around'>> {
  const { listed, account, snapshot, check, samples } = overview;
  const { accountId } = listed.id;
  const atHand = new Map<string, Stored<StoredKind> | null>([
    [keys.account(accountId).name, account],
    [keys.snapshot(accountId).name, snapshot],
    [keys.check(accountId).name, check],
    [keys.samples(listed.id).name, samples],
  ]);
  const read = async (wanted: readonly Key[]) => {
    const others = await readAll(wanted.filter(({ name }) => !atHand.has(name)));
    return <K extends StoredKind>(key: Key<K>) =>
      atHand.has(key.name) ? (atHand.get(key.name) as Stored<K> | null) : others(key);
  };
  return makeFirstScreen(listed.id, read, now);
}
