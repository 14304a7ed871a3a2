import { defineContentScript } from 'wxt/utils/define-content-script';
import { isPrivateWindow, onCommand, sendFromPage } from '../../utils/browser/page/script-messages.ts';
import { useVocabulary } from '../../utils/core/page/text/vocabulary.ts';
import { readAccounts } from './read-accounts.ts';

/**
 * Reads what is left while the user has the page open. Registered in code for the sites that they allowed, or injected
 * when they press. It presses nothing, fills nothing in and sends nothing but to the background.
 */
export default defineContentScript({
  registration: 'runtime',
  // WXT would tell the page that the script was started.
  noScriptStartedPostMessage: true,
  async main(context) {
    if (isPrivateWindow()) return;
    const read = async (isPressed: boolean) => {
      const { recipes, words } = await sendFromPage('pageVisited', { isPressed });
      if (words) useVocabulary(words);
      readAccounts(recipes, { isOnce: isPressed, signal: context.signal });
    };
    onCommand(({ type }) => {
      if (type === 'readOnce' && context.isValid) void read(true).catch(() => undefined);
    });
    // The background may have been about to end; where the extension is being reloaded nobody answers.
    await read(false)
      .catch(() => read(false))
      .catch(() => undefined);
  },
});
