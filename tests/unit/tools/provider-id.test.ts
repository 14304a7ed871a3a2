import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { gap, gapsIn } from '../../tools/new-provider/gaps.ts';
import { kindsIn, lastOfKind } from '../../tools/new-provider/lists.ts';
import { toIdentifier, toTitle, validateId } from '../../tools/new-provider/provider-id.ts';

const taken = new Set(['emnify', 'popup', 'onence']);

test.each(['example-iot', 'sim4you', 'a1-2b-c3'])('%s may be the id of a new provider', (id) => {
  expect(validateId(id, taken)).toBeNull();
});

test.each([
  ['', 'is no id'],
  ['Example', 'is no id'],
  ['1nce-two', 'is no id'],
  ['example_iot', 'is no id'],
  ['-example', 'is no id'],
  ['example--iot', 'is no id'],
  ['../example', 'is no id'],
  ['ab', '3 to 40 characters'],
  [`a${'b'.repeat(40)}`, '3 to 40 characters'],
  ['class', 'is reserved'],
  ['providers', 'is reserved'],
  ['emnify', 'exists already'],
  ['popup', 'exists already'],
  ['one-nce', 'exists already'],
])('"%s" may not: it %s', (id, reason) => {
  expect(validateId(id, taken)).toContain(reason);
});

test('an id gives the names of the adapter and of its texts', () => {
  expect([toIdentifier('sim-4-you'), toTitle('example-iot')]).toEqual(['sim4You', 'Example Iot']);
});

test('the kinds are the folders that hold several adapters', () => {
  const registry = readFileSync('utils/providers/registry.ts', 'utf8');
  const kinds = kindsIn(registry);
  expect(kinds).toEqual(expect.arrayContaining(['entered', 'hotspots', 'iot', 'travel-esim']));
  expect(kinds).not.toContain('account-api');
  expect(lastOfKind(registry, 'hotspots')).toBe('zte-goform');
});

test.each([
  ['a comment', `/** ${gap('a', 'no schema')} */`],
  ['the end of a line', `x, // ${gap('a', 'no schema')}\n}`],
  ['a text', `for: '${gap('a', 'no schema')}'`],
  ['a cell of a table', `| \`a\` | ${gap('a', 'no schema')}      | none |`],
])('a gap is found in %s', (_, text) => {
  expect(gapsIn(text)).toEqual(['a: no schema']);
});
