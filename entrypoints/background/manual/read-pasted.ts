import type { Messages } from '../../../utils/browser/messages.ts';
import { loadVocabulary } from '../../../utils/browser/page/load-vocabulary.ts';
import { type PastedMessage, readMessage } from '../../../utils/core/entry/pasted-message.ts';
import { useVocabulary } from '../../../utils/core/page/text/vocabulary.ts';
import { currentZone } from '../../../utils/core/values/time.ts';

/** Reads what a seller has written. Here, so that no page of Gigabar carries the words of thirty languages. */
export async function readPasted({ text, byteUnit }: Messages['readPasted']['payload']): Promise<PastedMessage> {
  const { read, pick } = await loadVocabulary();
  useVocabulary({ ...read, ...pick });
  return readMessage(text, byteUnit, Date.now(), currentZone());
}
