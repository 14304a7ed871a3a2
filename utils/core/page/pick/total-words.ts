import { anyOf, lazily } from '../text/word-patterns.ts';

const joint = lazily(() => {
  const words = anyOf('outOfBefore');
  return new RegExp(`(?:^|\\s)(?:[/／∕|]|${words})\\s*$|^\\s*[,，、]?\\s*(?:共|总|總)|[/／∕]\\s*$`, 'iu');
});

/** Whether words between two amounts make the second the total of the first: "… used of …". */
export function endsInOf(words: string): boolean {
  return joint().test(words);
}
