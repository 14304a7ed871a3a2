import { runInNewContext } from 'node:vm';
import type { Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { joinParts } from '../../tools/build/join-parts.ts';

/* The scripts of the background, run as a worker and an event page run them. */

type Made = Pick<Rolldown.OutputChunk, 'fileName' | 'code'> & Partial<Rolldown.OutputChunk>;
const chunk = (made: Made) => ({ imports: [], isEntry: false, isDynamicEntry: false, facadeModuleId: null, ...made });

const chunks = [
  chunk({
    fileName: 'parts/counter.js',
    code: 'let count=0;function more(){return count+=1}console.add("started");export{more as m};',
  }),
  chunk({
    fileName: 'background.js',
    isEntry: true,
    imports: ['parts/counter.js'],
    code: 'import{m as t}from"./parts/counter.js";console.connect=()=>import(`./parts/connect.js`);console.count=t;',
  }),
  chunk({
    fileName: 'parts/words.js',
    code: 'const words="two words";export{words as w,words as default};',
  }),
  chunk({
    fileName: 'parts/connect.js',
    isDynamicEntry: true,
    facadeModuleId: '/entrypoints/background/connect/connect-part.ts',
    imports: ['parts/counter.js', 'parts/words.js'],
    code: 'import{m as e}from"./counter.js";import{w}from"./words.js";console.add("connect");function go(){return[w,e()]}export{go as connect};',
  }),
] as unknown as Rolldown.OutputChunk[];

const { atOnce, scripts } = joinParts(chunks, false);
const [file = ''] = scripts.keys();

/** `isRefused`: scripts are not read, as where that was not done while the worker was being installed. */
function startWorker(refused = { isRefused: false }) {
  const said: string[] = [];
  const read: string[] = [];
  const listeners = new Map<string, () => void>();
  const console = { add: (text: string) => said.push(text) } as unknown as {
    add: (text: string) => void;
    connect: () => Promise<{ connect: () => unknown[] }>;
    count: () => number;
  };
  const self: Record<string, unknown> = {
    browser: {},
    console,
    addEventListener: (name: string, listener: () => void) => listeners.set(name, listener),
    importScripts: (name: string) => {
      if (refused.isRefused) throw new Error('refused');
      read.push(name);
      runInNewContext(scripts.get(name.slice(1)) ?? 'throw new Error("not there")', self);
    },
  };
  self.self = self;
  runInNewContext(atOnce, self);
  return { said, read, listeners, console, self };
}

test('a part is run when it is first needed, and shares what was there', async () => {
  const { said, read, console } = startWorker();
  expect([said, read, console.count()]).toEqual([['started'], [], 1]);
  const part = await console.connect();
  expect(part.connect()).toEqual(['two words', 2]);
  expect(await console.connect()).toBe(part);
  expect([said, read, console.count()]).toEqual([['started', 'connect'], [`/${file}`], 3]);
});

test('every script is read while the worker is being installed, and nothing of it is run', () => {
  const { said, read, listeners } = startWorker();
  listeners.get('install')?.();
  expect([said, read]).toEqual([['started'], [...scripts.keys()].map((name) => `/${name}`)]);
});

test('a script that is not read is an error of that call alone', async () => {
  const refused = { isRefused: true };
  const { console } = startWorker(refused);
  await expect(console.connect()).rejects.toThrow('refused');
  expect(console.count()).toBe(1);
  refused.isRefused = false;
  expect((await console.connect()).connect()).toEqual(['two words', 2]);
});

test('what an answer needs is one script, also where others need some of it', () => {
  const words = { imports: ['parts/words.js'], code: 'import{w}from"./words.js";export{w};' };
  const answer = { ...words, isDynamicEntry: true, facadeModuleId: '/utils/providers/account-api/map-card.ts' };
  const all = [...chunks, chunk({ fileName: 'parts/answer.js', ...answer })] as Rolldown.OutputChunk[];
  const { scripts: parts } = joinParts(all, false);
  const codeOf = (topic: string) => [...parts].find(([name]) => name.includes(topic))?.[1];
  expect(codeOf('answers')).toContain('two words');
  expect(codeOf('pages')).not.toContain('two words');
});

test('a Chromium without `browser` reads the polyfill first', () => {
  const read: string[] = [];
  const self: Record<string, unknown> = {
    console: { add: () => undefined },
    addEventListener: () => undefined,
    importScripts: (name: string) => read.push(name),
  };
  self.self = self;
  runInNewContext(atOnce, self);
  expect(read).toEqual(['/polyfill.js']);
});

test('scripts with other contents have other names', () => {
  const changed = chunks.map((one) => ({
    ...one,
    fileName: one.fileName.replace('words', 'texts'),
    imports: one.imports.map((name) => name.replace('words', 'texts')),
    code: one.code.replace('words.js', 'texts.js'),
  }));
  expect([...joinParts(changed as Rolldown.OutputChunk[], false).scripts.keys()]).not.toEqual([file]);
});
