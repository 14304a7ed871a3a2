import { saltedHash } from '../../utils/browser/page/salted-hash.ts';
import { textsToHash } from '../../utils/core/page/find/read-page.ts';
import type { PageDraft } from '../../utils/core/page/page-draft.ts';
import type { AmountCandidate } from '../../utils/core/page/pick/candidate.ts';
import { makeDraft } from '../../utils/core/page/pick/make-draft.ts';
import { currentZone } from '../../utils/core/values/time.ts';
import type { PageScan } from './page/scan-page.ts';

const saltBytes = 16;

export async function draftOf({ tree, candidates }: PageScan, picked: AmountCandidate): Promise<PageDraft> {
  const salt = randomText();
  const texts = textsToHash(tree);
  const hashes = await Promise.all(texts.map((text) => saltedHash(salt, text)));
  const hashOfText = new Map(texts.map((text, index) => [text, hashes[index] ?? '']));
  return makeDraft(tree, candidates, picked, {
    id: crypto.randomUUID(),
    salt,
    hashOf: (text) => {
      const hash = hashOfText.get(text);
      if (hash === undefined) throw new Error('A text that nobody has named for hashing');
      return hash;
    },
    now: Date.now(),
    zone: currentZone(),
    ...loadedBytes(),
  });
}

function randomText(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(saltBytes));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Null: the browser does not tell. What other sites keep to themselves is missing, so that it is at least this much. */
function loadedBytes(): { documentBytes: number | null; pageBytes: number | null } {
  const [page] = performance.getEntriesByType('navigation') as PerformanceResourceTiming[];
  const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const documentBytes = page ? sizeOf(page) : 0;
  const pageBytes = resources.reduce((sum, resource) => sum + sizeOf(resource), documentBytes);
  return { documentBytes: documentBytes || null, pageBytes: pageBytes || null };
}

/** What came from the browser's cache, or was only confirmed, would be loaded in full where nothing is cached. */
function sizeOf({ transferSize, encodedBodySize }: PerformanceResourceTiming): number {
  return Math.max(transferSize, encodedBodySize);
}
