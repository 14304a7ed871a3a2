import { type Key, keys } from '../../../utils/browser/storage-keys.ts';
import type { CardId } from '../../../utils/core/usage/card-id.ts';

/** Where everything of a card kept by hand is stored, its account first. */
export function keysOfHandKept(accountId: string, cards: readonly CardId[]): Key[] {
  return [
    ...[keys.account(accountId), keys.snapshot(accountId), keys.check(accountId)],
    ...cards.flatMap((card) => [
      ...[keys.offers(card), keys.orders(card), keys.alerts(card), keys.samples(card), keys.archive(card)],
    ]),
  ];
}
