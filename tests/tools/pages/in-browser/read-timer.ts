import vocabulary from '../../../../public/vocabulary.json';
import { readDocument } from '../../../../utils/browser/page/document-reading.ts';
import { pageTreeOf } from '../../../../utils/browser/page/page-document.ts';
import { useVocabulary } from '../../../../utils/core/page/text/vocabulary.ts';
import type { Task } from '../page-answers.ts';
import { recipeOfTask, url } from './pick-task.ts';

/* For the benchmark: how long one page takes, beside what the browser itself takes to make one text of it. */

type Times = { readMs: number[]; textMs: number[]; nodes: number };

async function timeReadings(task: Task, runs: number): Promise<Times> {
  const recipe = await recipeOfTask(document, task);
  if (typeof recipe === 'string') throw new Error(recipe);
  const times: Times = { readMs: [], textMs: [], nodes: pageTreeOf(document, url).nodeCount };
  for (let run = 0; run < runs; run += 1) {
    const startedAt = performance.now();
    const reading = await readDocument(document, url, recipe, task);
    const readAt = performance.now();
    if (reading.kind !== 'read') throw new Error(`It was not read: ${reading.reason}`);
    if (document.body.innerText === '') throw new Error('The page is empty.');
    times.textMs.push(performance.now() - readAt);
    times.readMs.push(readAt - startedAt);
  }
  return times;
}

useVocabulary({ ...vocabulary.read, ...vocabulary.pick });
Object.assign(globalThis, { timeReadings });
