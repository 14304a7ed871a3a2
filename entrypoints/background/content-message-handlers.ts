import type { ContentMessageHandlers } from '../../utils/browser/page/content-messages.ts';
import { loadVocabulary } from '../../utils/browser/page/load-vocabulary.ts';
import { thenApplyState } from './apply-state.ts';

const pages = () => import('./polling/page-part.ts');

/** One handler for each message of the scripts on sellers' pages; what they send is not trusted. */
export const contentMessageHandlers: ContentMessageHandlers = {
  pagePicked: async (draft, sender) => {
    await (await pages()).keepPicked(draft, sender);
    return undefined;
  },
  pickEnded: async (_payload, sender) => {
    await (await pages()).forgetPicking(sender);
    return undefined;
  },
  pageVisited: async (payload, sender) => {
    const isPressed = (payload as { isPressed?: unknown } | null)?.isPressed === true;
    const recipes = await (await pages()).accountsAt(sender, isPressed);
    return { recipes, words: recipes.length > 0 ? (await loadVocabulary()).read : null };
  },
  pageRead: async (payload, sender) => {
    const { receiveReport, savePageVisit } = await pages();
    const received = await receiveReport(payload, sender);
    if (received.kind !== 'taken') return { isTaken: received.kind !== 'too-soon' };
    const { report } = received;
    await thenApplyState(() => savePageVisit(report));
    return { isTaken: true };
  },
};
