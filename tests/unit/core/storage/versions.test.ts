import { expect, test } from 'vitest';
import { readStored, schemas, toStored } from '../../../../utils/core/storage/stored-values.ts';
import { asWritten, isOfThisVersion, recordOf, versionOf } from '../../../../utils/core/storage/versions.ts';

test.each(Object.keys(schemas) as (keyof typeof schemas)[])('%s is written in its version', (kind) => {
  const isList = schemas[kind].type === 'array';
  expect(isOfThisVersion(kind, toStored(kind, (isList ? [{}, {}] : {}) as never))).toBe(true);
});

test.each([
  ['without a version', {}],
  ['of an older version', { version: versionOf('account') - 1 }],
  ['of a newer version', { version: versionOf('account') + 1 }],
  ['that is a text', 'x'],
  ['that is null', null],
  ['of which one entry is of none', [{ version: versionOf('account') }, {}]],
])('a value %s is of another version', (_what, saved) => {
  expect(isOfThisVersion('account', saved)).toBe(false);
});

test.each(Object.keys(schemas) as (keyof typeof schemas)[])('%s is read as it was before it was written', (kind) => {
  const record = { cards: [{ key: 'a', title: '“…”' }], version: versionOf(kind) };
  expect(recordOf(asWritten(kind, record))).toEqual(record);
});

test.each(['', 'x', '{"accounts":'])('the text %j is no record', (text) => {
  expect(recordOf(text)).toBe(text);
  expect(readStored('index', text)).toMatchObject({ value: null, isUnreadable: true });
});
