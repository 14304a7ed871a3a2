import { readPage, textsToHash } from '../../core/page/find/read-page.ts';
import type { PageReading } from '../../core/page/reading.ts';
import type { PageRecipe } from '../../core/page/recipe.ts';
import { pageTreeOf } from './page-document.ts';
import { saltedHashes } from './salted-hash.ts';

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
  const hashes = await saltedHashes(recipe.salt, textsToHash(tree, recipe));
  return readPage(tree, recipe, (text) => hashes.get(text) ?? text, now, zone);
}
