import type { ContentMessageName, ContentMessages, ScriptCommand } from './content-messages.ts';

/* The side of the scripts on sellers' pages. They do without the polyfill, which weighs a quarter of what they do. */

type ScriptApi = {
  runtime: {
    id: string;
    sendMessage: (message: object) => Promise<unknown>;
    onMessage: { addListener: (listener: (message: unknown, sender: { id?: string }) => void) => void };
  };
  extension?: { inIncognitoContext?: boolean };
};
declare const browser: ScriptApi;
declare const chrome: ScriptApi;

/** In Chromium a page may have an element that is called "browser". */
const api = import.meta.env.BROWSER === 'firefox' ? browser : chrome;

export async function sendFromPage<N extends ContentMessageName>(
  type: N,
  payload: ContentMessages[N]['payload'],
): Promise<ContentMessages[N]['response']> {
  return api.runtime.sendMessage({ type, payload }) as Promise<ContentMessages[N]['response']>;
}

/** Hears what the background tells the scripts of its tab. */
export function onCommand(listener: (command: ScriptCommand) => void): void {
  api.runtime.onMessage.addListener((message, { id }) => {
    if (id === api.runtime.id && typeof message === 'object' && message !== null) listener(message as ScriptCommand);
  });
}

/** The extension was reloaded, updated or removed: nobody hears this script any more. */
export function isOrphaned(): boolean {
  return api.runtime?.id === undefined;
}

export function isPrivateWindow(): boolean {
  return api.extension?.inIncognitoContext ?? false;
}
