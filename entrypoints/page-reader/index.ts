import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isPrivateWindow, onCommand, sendFromPage } from '../../utils/browser/page/script-messages.ts';
import { latestRun } from '../../utils/browser/page/script-run.ts';
import { useVocabulary } from '../../utils/core/page/text/vocabulary.ts';
import { readAccounts } from './read-accounts.ts';

/**
 * Reads what is left while the user has the page open. Registered in code for the sites that they allowed, or injected
 * when they press. It presses nothing, fills nothing in and sends nothing but to the background.
 */
export default defineUnlistedScript(() => {
  if (isPrivateWindow()) return;
  const signal = latestRun('reader');
  const read = async (isPressed: boolean) => {
    const { recipes, words } = await sendFromPage('pageVisited', { isPressed });
    if (signal.aborted) return;
    if (words) useVocabulary(words);
    readAccounts(recipes, { isOnce: isPressed, signal });
  };
  onCommand(({ type }) => {
    if (type === 'readOnce' && !signal.aborted) void read(true).catch(() => undefined);
  });
  // The background may have been about to end; where the extension is being reloaded nobody answers.
  void read(false)
    .catch(() => read(false))
    .catch(() => undefined);
});
