import { browser, type Runtime } from '../browser.ts';
import type { PageToParse } from './html-reading.ts';

/* Chromium alone: its background has no parser, a document that nobody sees has one. */

type OffscreenApi = {
  createDocument: (options: { url: string; reasons: string[]; justification: string }) => Promise<void>;
  closeDocument: () => Promise<void>;
};
const api = () => (browser as unknown as { offscreen: OffscreenApi }).offscreen;

export type ParseMessage = { target: 'offscreen'; type: 'parsePage' } & PageToParse;

/** There can be one document: readings at the same time share it, and the last one closes it. */
let users = 0;
let opening: Promise<void> = Promise.resolve();

/** The parsing document's answer, which is not validated. */
export async function parseOffscreen(page: PageToParse): Promise<unknown> {
  users += 1;
  if (users === 1) opening = opening.then(openDocument);
  try {
    await opening;
    const message: ParseMessage = { target: 'offscreen', type: 'parsePage', ...page };
    return await browser.runtime.sendMessage(message);
  } finally {
    users -= 1;
    if (users === 0) opening = opening.then(closeDocument, closeDocument);
  }
}

async function openDocument(): Promise<void> {
  // One that a killed worker has left is closed first.
  await closeDocument();
  await api().createDocument({
    url: browser.runtime.getURL('offscreen.html'),
    reasons: ['DOM_PARSER'],
    justification: 'Reads what is left from the account page that the user has pointed at',
  });
}

async function closeDocument(): Promise<void> {
  await api()
    .closeDocument()
    .catch(() => undefined);
}

/** In the parsing document: answers the background alone; scripts on the page have the same id, and a tab. */
export function onPageToParse(parse: (page: PageToParse) => Promise<unknown>): void {
  const listener = (message: unknown, sender: Runtime.MessageSender, answer: (parsed: unknown) => void) => {
    const { id, tab, url = '' } = sender;
    const { target, type } = (message ?? {}) as Partial<ParseMessage>;
    const isFromBackground = id === browser.runtime.id && !tab && url.startsWith(browser.runtime.getURL(''));
    if (target !== 'offscreen' || type !== 'parsePage' || !isFromBackground) return undefined;
    // A Chromium without `browser` takes no promise for an answer.
    void parse(message as ParseMessage)
      .catch(() => null)
      .then(answer);
    return true;
  };
  browser.runtime.onMessage.addListener(listener as Runtime.OnMessageListener);
}
