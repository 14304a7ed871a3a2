import type { Vocabulary } from '../../core/page/text/vocabulary.ts';
import { browser } from '../browser.ts';

let loading: Promise<Vocabulary> | null = null;

/** From the extension's own files: the bundles that need it seldom do without. */
export function loadVocabulary(): Promise<Vocabulary> {
  loading ??= fetch(browser.runtime.getURL('vocabulary.json'))
    .then((response) => response.json())
    .catch((error) => {
      loading = null;
      throw error;
    });
  return loading;
}
