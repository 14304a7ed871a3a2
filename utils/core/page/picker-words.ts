/** The picker's sentences, sent to it with the message that starts it: a content script reads no locale. */
export type PickerWords = {
  /** Of these words, as a language tag. */
  lang: string;
  dir: 'ltr' | 'rtl';
  title: string;
  hint: string;
  /** Instead of the hint where nothing is marked yet. */
  hintNoGuess: string;
  stop: string;
  /** A place without an amount was clicked. */
  notAnAmount: string;
  /** Why nothing can be picked on this page. */
  asksPassword: string;
  noAmount: string;
  tooLarge: string;
  notSecure: string;
  otherFrame: string;
};
