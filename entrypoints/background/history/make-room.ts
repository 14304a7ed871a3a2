import { storageUse, storedNames } from '../../../utils/browser/storage.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { thinHistories } from '../../../utils/core/history/thinning.ts';
import { parseCardId } from '../../../utils/core/usage/card-id.ts';
import { changeOf, updateAll } from '../state/state-store.ts';

const fullShare = 0.8;
/** Down to this, so that it is not done again at every check. */
const thinnedShare = 0.7;

/** Thins the usage history once four fifths of what the browser grants are used: it can best be done without. */
export async function makeRoom(): Promise<void> {
  const use = await storageUse();
  if (use === null || use.usedBytes < use.quotaBytes * fullShare) return;
  const cards = await cardsWithHistory();
  const toRead = cards.flatMap((card) => [keys.samples(card), keys.archive(card)]);
  await updateAll(toRead, (values) => {
    const histories = cards.map((card) => ({
      samples: values(keys.samples(card)),
      archive: values(keys.archive(card)),
    }));
    const thinned = thinHistories(histories, use.usedBytes - use.quotaBytes * thinnedShare);
    return cards.flatMap((card, at) => {
      const { samples = null, archive = null } = thinned[at] ?? {};
      return [changeOf(keys.samples(card), samples), changeOf(keys.archive(card), archive)];
    });
  });
}

/** Also those that are no longer listed. */
async function cardsWithHistory() {
  const cards = (await storedNames('local')).flatMap((name) => {
    const [kind, text = ''] = name.split(':');
    const card = kind === 'archive' || kind === 'samples' ? parseCardId(text) : null;
    return card ? [[text, card] as const] : [];
  });
  return [...new Map(cards).values()];
}
