import type { Messages } from '../../../utils/browser/messages.ts';
import { readWrittenMessage, type WrittenMessage } from '../../../utils/browser/page/message-reading.ts';
import { askOffscreen } from '../../../utils/browser/page/offscreen.ts';
import type { PastedMessage } from '../../../utils/core/entry/pasted-message.ts';
import { currentZone } from '../../../utils/core/values/time.ts';

/**
 * Reads what a seller has written. Not on the page that asks, which would carry what reads thirty languages; in Chromium
 * by the document that has this to read pages, so that it is in the package once.
 */
export async function readPasted({ text, byteUnit }: Messages['readPasted']['payload']): Promise<PastedMessage> {
  const message: WrittenMessage = { text, byteUnit, now: Date.now(), zone: currentZone() };
  if (import.meta.env.BROWSER === 'firefox') return readWrittenMessage(message);
  const read = (await askOffscreen('readMessage', message)) as PastedMessage | null;
  if (!read) throw new Error('The message could not be read.');
  return read;
}
