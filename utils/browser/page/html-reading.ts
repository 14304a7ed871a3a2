import type { PageReading } from '../../core/page/reading.ts';
import type { PageRecipe } from '../../core/page/recipe.ts';
import { useVocabulary } from '../../core/page/text/vocabulary.ts';
import { readDocument } from './document-reading.ts';
import { loadVocabulary } from './load-vocabulary.ts';
import { parseDocument } from './page-document.ts';

/** What is to be parsed and read; the parsing document gets it as a message. */
export type PageToParse = { html: string; url: string; recipe: PageRecipe; now: number; zone: string };

/** What the source of a page says by a recipe. */
export async function readHtml({ html, url, recipe, now, zone }: PageToParse): Promise<PageReading> {
  useVocabulary((await loadVocabulary()).read);
  return readDocument(parseDocument(html), url, recipe, { now, zone });
}
