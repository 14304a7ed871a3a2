import { storageUse, storedNames } from '../../../utils/browser/storage.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { hasManyGoneCards, surplusCards, withoutGoneCards } from '../../../utils/core/accounts/account-index.ts';
import { thinHistories } from '../../../utils/core/history/thinning.ts';
import { type CardId, formatCardId, parseCardId } from '../../../utils/core/usage/card-id.ts';
import { changeOf, readIndex, updateAll } from '../state/state-store.ts';

const fullShare = 0.8;
/** Down to this, so that it is not done again at every check. */
const thinnedShare = 0.7;

/**
 * Forgets surplus cards, then thins the usage history, once four fifths of what the browser grants are used: they can
 * best be done without.
 */
export async function makeRoom(): Promise<void> {
  const isFull = (await overuse(fullShare)) > 0;
  if (isFull || hasManyGoneCards(await readIndex())) await forgetSurplusCards();
  if (!isFull || (await overuse(fullShare)) <= 0) return;
  const bytesToFree = await overuse(thinnedShare);
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

/** How many bytes are used beyond this share of what the browser grants; 1 where it is just reached. */
async function overuse(share: number): Promise<number> {
  const use = await storageUse();
  return use === null ? 0 : use.usedBytes - use.quotaBytes * share + 1;
}

async function forgetSurplusCards(): Promise<void> {
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
