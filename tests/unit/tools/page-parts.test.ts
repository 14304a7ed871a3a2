import { createContext, runInContext, runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { joinPageParts } from '../../tools/build/page-parts.ts';

/* The scripts that run on a seller's page, run as a browser runs them: in one world, whichever comes first. */

const shared = 'let count=0;list.push("shared");const more=()=>count+=1;export{more as m};';

function makeScripts(code = shared) {
  const chunks = [
    { fileName: 'page-parts.js', isEntry: false, code },
    { fileName: 'page-reader.js', isEntry: true, code: 'import{m as e}from"./page-parts.js";list.push("reader"+e());' },
    { fileName: 'page-picker.js', isEntry: true, code: 'import{m as t}from"./page-parts.js";list.push("picker"+t());' },
    { fileName: 'chunks/a.js', isEntry: true, code: 'import{m as t}from"../page-parts.js";list.push("parser"+t());' },
  ];
  joinPageParts(chunks);
  const [parts = '', reader = '', picker = '', parser = ''] = chunks.map((chunk) => chunk.code);
  return { parts, reader, picker, parser };
}

test('reader and picker on one page share one script, which runs once', () => {
  const { parts, reader, picker } = makeScripts();
  const list: string[] = [];
  const world = createContext({ list });
  for (const script of [parts, reader, parts, picker, parts, picker]) runInContext(script, world);
  expect(list).toEqual(['shared', 'reader1', 'picker2', 'picker3']);
});

test('the browser gets no value that it would have to hand on', () => {
  const { parts, reader } = makeScripts();
  const world = createContext({ list: [] });
  expect([parts, reader, parts].map((script) => runInContext(script, world))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('other contents are not taken for the same', () => {
  const list: string[] = [];
  const world = createContext({ list });
  const other = makeScripts(shared.replace('count=0', 'count=5'));
  const { parts, reader } = makeScripts();
  for (const script of [parts, reader, other.parts, other.reader]) runInContext(script, world);
  expect(list).toEqual(['shared', 'reader1', 'shared', 'reader6']);
});

test('an element of the page that has the name is not taken for it', () => {
  const { parts, reader } = makeScripts();
  const name = /"(gigabar-\w+)"/.exec(parts)?.[1] ?? '';
  const list: string[] = [];
  const prototype = `Object.setPrototypeOf(globalThis,{${JSON.stringify(name)}:"an element"});`;
  runInNewContext(prototype + parts + reader, { list });
  expect(list).toEqual(['shared', 'reader1']);
});

test('a document reads the shared script by itself', () => {
  expect(makeScripts().parser).toMatch(/^import"\/page-parts\.js";/);
});
