import { browser, type Runtime } from '../browser.ts';
import type { PageToParse } from './html-reading.ts';
import type { WrittenMessage } from './message-reading.ts';

/* Chromium alone: its background has no parser, and nothing that reads texts; a document that nobody sees has both. */

type OffscreenApi = {
  createDocument: (options: { url: string; reasons: string[]; justification: string }) => Promise<void>;
  closeDocument: () => Promise<void>;
};
const api = () => (browser as unknown as { offscreen: OffscreenApi }).offscreen;

/** What the document can be asked. */
type Tasks = { parsePage: PageToParse; readMessage: WrittenMessage };
type TaskMessage = { target: 'offscreen'; type: keyof Tasks; task: unknown };

/** There can be one document: readings at the same time share it, and the last one closes it. */
let users = 0;
let opening: Promise<void> = Promise.resolve();

/** The document's answer, which is not validated; null: it has failed. */
export async function askOffscreen<T extends keyof Tasks>(type: T, task: Tasks[T]): Promise<unknown> {
  users += 1;
  if (users === 1) opening = opening.then(openDocument);
  try {
    await opening;
    const message: TaskMessage = { target: 'offscreen', type, task };
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
    justification: 'Reads what is left from the account page that the user has pointed at, or a message they paste',
  });
}

async function closeDocument(): Promise<void> {
  await api()
    .closeDocument()
    .catch(() => undefined);
}

/** In the parsing document: answers the background alone; scripts on the page have the same id, and a tab. */
export function answerTasks(work: { [T in keyof Tasks]: (task: Tasks[T]) => Promise<unknown> }): void {
  const listener = (message: unknown, sender: Runtime.MessageSender, answer: (parsed: unknown) => void) => {
    const { id, tab, url = '' } = sender;
    const { target, type, task } = (message ?? {}) as Partial<TaskMessage>;
    const isFromBackground = id === browser.runtime.id && !tab && url.startsWith(browser.runtime.getURL(''));
    if (target !== 'offscreen' || !type || !Object.hasOwn(work, type) || !isFromBackground) return undefined;
    const answering = work[type] as (task: unknown) => Promise<unknown>;
    // A Chromium without `browser` takes no promise for an answer.
    void answering(task)
      .catch(() => null)
      .then(answer);
    return true;
  };
  browser.runtime.onMessage.addListener(listener as Runtime.OnMessageListener);
}
