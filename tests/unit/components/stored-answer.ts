import { readForPages } from '../../../entrypoints/background/state/read-for-pages.ts';
import type { Messages } from '../../../utils/browser/messages.ts';

type Wanted = { type?: unknown; payload?: Messages['readStored']['payload'] };

/** What the background answers a page that asks for stored values; null: this message asks for something else. */
export function storedAnswer(message: unknown): ReturnType<typeof readForPages> | null {
  const { type, payload } = message as Wanted;
  return type === 'readStored' && payload ? readForPages(payload.keys) : null;
}
