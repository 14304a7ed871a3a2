import { findGaps } from './new-provider/gaps.ts';
import { layOutProvider } from './new-provider/lay-out.ts';

/* `npm run new-provider -- <id> <kind>`: writes the files and lines of a new provider, see docs/add-a-provider.md. */

const [id, kind, ...others] = process.argv.slice(2);
if (id === undefined || kind === undefined || others.length > 0) {
  console.error('Usage: npm run new-provider -- <id> <kind>, such as: npm run new-provider -- example-iot iot');
  process.exit(1);
}
try {
  const files = layOutProvider('.', id, kind);
  const gaps = findGaps().filter((sentence) => sentence.startsWith(`${id}: `));
  console.log(['Written:', ...files.map((file) => `  ${file}`)].join('\n'));
  console.log(['To fill in, as `npm run test:unit` says too:', ...gaps.map((sentence) => `  ${sentence}`)].join('\n'));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
