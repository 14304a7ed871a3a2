/* What the user enters of a card kept by hand, loaded by the first message with it. */
export { readPasted } from './read-pasted.ts';
export { setManualBalance } from './set-balance.ts';
