/** The picker's sentences, sent to it with the message that starts it: a script on the page reads no locale. */
export type PickerWords = {
  /** Of these words, as a language tag. */
  lang: string;
  dir: 'ltr' | 'rtl';
  title: string;
  hint: string;
  /** Instead of the hint where nothing is marked yet. */
  hintNoGuess: string;
  stop: string;
  /** Where nothing of what is sought stands was clicked. */
  notThere: string;
  /** The page is not the one that the number was picked on. */
  otherPage: string;
  /** Why nothing can be picked on this page. */
  asksPassword: string;
  noneHere: string;
  tooLarge: string;
  notSecure: string;
  otherFrame: string;
};
