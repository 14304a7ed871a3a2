import { readPage, textsToHash } from '../../core/page/find/read-page.ts';
import type { PageReading } from '../../core/page/reading.ts';
import type { PageRecipe } from '../../core/page/recipe.ts';
import { pageTreeOf } from './page-document.ts';
import { saltedHash } from './salted-hash.ts';

/** When and where it is read: dates on the page are meant in `zone`. */
type ReadingTime = { now: number; zone: string };

/** What a document says by a recipe, whether it is shown or was only parsed. `url`: the address it was loaded from. */
export async function readDocument(
  document: Document,
  url: string,
  recipe: PageRecipe,
  { now, zone }: ReadingTime,
): Promise<PageReading> {
  const tree = pageTreeOf(document, url);
  const texts = textsToHash(tree, recipe);
  const hashes = await Promise.all(texts.map((text) => saltedHash(recipe.salt, text)));
  const hashOfText = new Map(texts.map((text, place) => [text, hashes[place]]));
  return readPage(tree, recipe, (text) => hashOfText.get(text) ?? text, now, zone);
}
