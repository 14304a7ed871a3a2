/* What keeps and takes back what the user did last, loaded when there is something to keep. */
export { keepHandKeptCard, keepOrder, keepShownCard } from './keep-for-undo.ts';
export { undoLast } from './undo-last.ts';
