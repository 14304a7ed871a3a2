import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isPrivateWindow, onCommand, sendFromPage } from '../../utils/browser/page/script-messages.ts';
import { latestRun } from '../../utils/browser/page/script-run.ts';
import { useVocabulary } from '../../utils/core/page/text/vocabulary.ts';
import { findSpotsOf } from './find-spots.ts';
import { startPicking } from './start-picking.ts';

/** Injected when the person wants to point at something; declared in the manifest it would need the site's permission. */
export default defineUnlistedScript(() => {
  if (isPrivateWindow()) return;
  const signal = latestRun('picker');
  let end: (() => void) | null = null;
  signal.addEventListener('abort', () => end?.());
  onCommand((command) => {
    if (command.type !== 'startPicking' || signal.aborted) return;
    end?.();
    useVocabulary({ ...command.vocabulary.read, ...command.vocabulary.pick });
    end = startPicking(command.words, findSpotsOf(command.sought), {
      onPicked: (draft) => sendFromPage('pagePicked', draft),
      onStopped: () => void sendFromPage('pickEnded', {}).catch(() => undefined),
    });
  });
});
