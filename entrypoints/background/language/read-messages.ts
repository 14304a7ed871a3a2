import { browser } from '../../../utils/browser/browser.ts';
import { type Messages, messagesOf } from '../../../utils/core/language/message-text.ts';

/** The texts of a shipped locale, from the extension's own files: `browser.i18n` knows the browser's language alone. */
export async function readMessages(localeName: string): Promise<Messages> {
  const response = await fetch(browser.runtime.getURL(`_locales/${localeName}/messages.json`));
  return messagesOf(await response.json());
}
