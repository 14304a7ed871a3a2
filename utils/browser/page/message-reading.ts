import { type PastedMessage, readMessage } from '../../core/entry/pasted-message.ts';
import { useVocabulary } from '../../core/page/text/vocabulary.ts';
import type { ByteUnit } from '../../core/values/bytes.ts';
import { loadVocabulary } from './load-vocabulary.ts';

/** What a seller has written. Dates in it are meant in `zone`. */
export type WrittenMessage = { text: string; byteUnit: ByteUnit; now: number; zone: string };

export async function readWrittenMessage({ text, byteUnit, now, zone }: WrittenMessage): Promise<PastedMessage> {
  const { read, pick } = await loadVocabulary();
  useVocabulary({ ...read, ...pick });
  return readMessage(text, byteUnit, now, zone);
}
