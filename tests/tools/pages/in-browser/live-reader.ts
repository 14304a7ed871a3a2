import vocabulary from '../../../../public/vocabulary.json';
import { readDocument } from '../../../../utils/browser/page/document-reading.ts';
import { useVocabulary } from '../../../../utils/core/page/text/vocabulary.ts';
import { taskOf, tellReading } from './messages.ts';
import { recipeOfTask, url } from './pick-task.ts';

/* The content script: reads the page it runs in, and goes on to the next. */

declare const chrome: { runtime: { getURL: (file: string) => string } };

useVocabulary({ ...vocabulary.read, ...vocabulary.pick });
const index = Number(/^\/page\/(\d+)$/.exec(location.pathname)?.[1]);
if (document.readyState === 'complete') void read();
else addEventListener('load', () => void read(), { once: true });

async function read(): Promise<void> {
  const { origin } = location;
  const task = await taskOf(origin, index);
  const next = await tellReading(
    { origin, way: 'live', index, parserUrl: chrome.runtime.getURL('parser.html') },
    () => recipeOfTask(document, task),
    (recipe) => readDocument(document, url, recipe, task),
  );
  if (next !== null) location.replace(`/page/${next}`);
}
