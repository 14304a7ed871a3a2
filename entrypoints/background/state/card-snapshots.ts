import { keys } from '../../../utils/browser/storage-keys.ts';
import type { Account } from '../../../utils/core/accounts/account.ts';
import {
  type CardBook,
  choiceOf,
  emptyBook,
  type ListedCard,
  listCards,
} from '../../../utils/core/accounts/card-preferences.ts';
import { type Forecast, forecastFor } from '../../../utils/core/forecast/forecast.ts';
import type { Samples } from '../../../utils/core/history/usage-samples.ts';
import type { CheckState } from '../../../utils/core/polling/check-schedule.ts';
import { type AlertRules, rulesOf, settingsFrom } from '../../../utils/core/settings.ts';
import { mostInDanger } from '../../../utils/core/toolbar/card-urgency.ts';
import type { ShownBecause } from '../../../utils/core/toolbar/toolbar-state.ts';
import type { Card } from '../../../utils/core/usage/card.ts';
import { isSameCard } from '../../../utils/core/usage/card-id.ts';
import { type Reading, sellerTimeFor } from '../../../utils/core/usage/usage-snapshot.ts';
import { needsPerson } from '../../../utils/core/values/failure.ts';
import { read, readIndex, update } from './store.ts';

/** A listed card with all that is known of it. `sellerNow`: the moment it was looked at, by its seller's clock. */
export type KnownCard = {
  listed: ListedCard;
  account: Account;
  reading: Reading;
  card: Card;
  check: CheckState | null;
  samples: Samples | null;
  forecast: Forecast;
  /** When to warn of it: its own rules, else those of all. */
  rules: AlertRules;
  sellerNow: number;
};

/** All cards that have told their figures, in the person's order. */
export async function knownCards(now: number): Promise<KnownCard[]> {
  const index = await readIndex();
  const book = await readBook();
  const shared = rulesOf(settingsFrom(await read(keys.settings)));
  const accounts = new Map(await Promise.all(index.accounts.map(async ({ id }) => [id, await told(id)] as const)));
  const known: KnownCard[] = [];
  for (const listed of listCards(index, book)) {
    const { account = null, reading = null, check = null } = accounts.get(listed.id.accountId) ?? {};
    const card = reading?.cards.find(({ key }) => key === listed.id.cardKey);
    if (!account || !reading || !card) continue;
    const samples = await read(keys.samples(listed.id));
    const sellerNow = sellerTimeFor(reading, now);
    const forecast = forecastFor(card, samples, sellerNow);
    const rules = choiceOf(book, listed.text).rules ?? shared;
    known.push({ listed, account, reading, card, check, samples, forecast, rules, sellerNow });
  }
  return known;
}

async function told(id: string) {
  return {
    account: await read(keys.account(id)),
    reading: await read(keys.reading(id)),
    check: await read(keys.check(id)),
  };
}

export async function readBook(): Promise<CardBook> {
  return (await read(keys.book)) ?? emptyBook;
}

/** The card for the toolbar, and why that one: the pinned one, else the one that needs attention first. */
export function toolbarCard(known: readonly KnownCard[]): { shown: KnownCard | null; because: ShownBecause } {
  const visible = known.some(({ listed }) => !listed.isHidden) ? known.filter(({ listed }) => !listed.isHidden) : known;
  const pinned = visible.find(({ listed }) => listed.isPinned);
  const text = mostInDanger(
    visible.map(({ listed, card, forecast, check, sellerNow }) => ({
      text: listed.text,
      card,
      forecast,
      needsPerson: needsPerson(check?.failure ?? null),
      now: sellerNow,
    })),
  );
  const shown = pinned ?? visible.find(({ listed }) => listed.text === text) ?? null;
  return { shown, because: visible.length < 2 ? null : pinned ? 'pinned' : 'danger' };
}

/** The popup opens on the card whose number was clicked. */
export async function noteShown(shown: KnownCard | null): Promise<void> {
  const id = shown?.listed.id ?? null;
  await update(keys.index, (index) => (!index || isSameCard(index.shown, id) ? index : { ...index, shown: id }));
}
