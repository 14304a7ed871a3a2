import { storedNames } from '../../../utils/browser/storage.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { surplusCards, withoutGoneCards } from '../../../utils/core/accounts/account-index.ts';
import { thinHistories } from '../../../utils/core/history/thinning.ts';
import { type CardId, formatCardId, parseCardId } from '../../../utils/core/usage/card-id.ts';
import { changeOf, updateAll } from '../state/state-store.ts';

/** Thins the usage history of all cards. */
export async function thinStored(bytesToFree: number): Promise<void> {
  const cards = await storedCards(['archive', 'samples']);
  const toRead = cards.flatMap((card) => [keys.samples(card), keys.archive(card)]);
  await updateAll(toRead, (values) => {
    const histories = cards.map((card) => ({
      samples: values(keys.samples(card)),
      archive: values(keys.archive(card)),
    }));
    const thinned = thinHistories(histories, bytesToFree);
    return cards.flatMap((card, at) => {
      const { samples = null, archive = null } = thinned[at] ?? {};
      return [changeOf(keys.samples(card), samples), changeOf(keys.archive(card), archive)];
    });
  });
}

export async function forgetSurplusCards(): Promise<void> {
  const withOrders = new Set((await storedCards(['orders'])).map(formatCardId));
  const stored = await storedCards(['archive', 'samples', 'alerts', 'offers']);
  await updateAll([keys.index], (values) => {
    const index = values(keys.index);
    if (!index) return [];
    const surplus = surplusCards(index, stored, (card) => withOrders.has(formatCardId(card)));
    const forgotten = new Set(surplus.map(formatCardId));
    const left = withoutGoneCards(index, (card) => !forgotten.has(formatCardId(card)));
    return [
      ...surplus.flatMap((card) => [
        changeOf(keys.samples(card), null),
        changeOf(keys.archive(card), null),
        changeOf(keys.alerts(card), null),
        changeOf(keys.offers(card), null),
      ]),
      changeOf(keys.index, forgotten.size > 0 ? left : index),
    ];
  });
}

/** The cards of which something of these kinds is stored, also those that are no longer listed. */
async function storedCards(kinds: readonly string[]): Promise<CardId[]> {
  const cards = (await storedNames('local')).flatMap((name) => {
    const [kind = '', text = ''] = name.split(':');
    const card = kinds.includes(kind) ? parseCardId(text) : null;
    return card ? [[text, card] as const] : [];
  });
  return [...new Map(cards).values()];
}
