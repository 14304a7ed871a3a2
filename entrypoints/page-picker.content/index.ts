import { defineContentScript } from 'wxt/utils/define-content-script';
import { isPrivateWindow, onCommand, sendFromPage } from '../../utils/browser/page/script-messages.ts';
import { useVocabulary } from '../../utils/core/page/text/vocabulary.ts';
import { findSpotsOf } from './find-spots.ts';
import { startPicking } from './start-picking.ts';

/** Injected when the person wants to point at something. Without `matches`, which would become host permissions. */
export default defineContentScript({
  registration: 'runtime',
  // WXT would tell the page that the script was started.
  noScriptStartedPostMessage: true,
  main(context) {
    if (isPrivateWindow()) return;
    let end: (() => void) | null = null;
    // As where it is injected once more.
    context.onInvalidated(() => end?.());
    onCommand((command) => {
      if (command.type !== 'startPicking' || context.isInvalid) return;
      end?.();
      useVocabulary({ ...command.vocabulary.read, ...command.vocabulary.pick });
      end = startPicking(command.words, findSpotsOf(command.sought), {
        onPicked: (draft) => sendFromPage('pagePicked', draft),
        onStopped: () => void sendFromPage('pickEnded', {}),
      });
    });
  },
});
