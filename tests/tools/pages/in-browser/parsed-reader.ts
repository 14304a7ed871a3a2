import { readHtml } from '../../../../utils/browser/page/html-reading.ts';
import { taskOf, tellReading } from './messages.ts';
import { url } from './pick-task.ts';

/* The parsing document: reads each page from its text alone, by what was pointed at on the page as it was shown. */

const origin = decodeURIComponent(location.hash.slice(1));
let index: number | null = 0;
while (index !== null) {
  const html: string = await (await fetch(`${origin}/page/${index}`)).text();
  const { recipe, now, zone } = await taskOf(origin, index);
  index = await tellReading(
    { origin, way: 'parsed', index, parserUrl: '' },
    async () => recipe ?? 'the number it goes by was not',
    (shown) => readHtml({ html, url, recipe: shown, now, zone }),
  );
}
