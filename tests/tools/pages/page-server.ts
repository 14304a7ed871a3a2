import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { furnish } from '../../pages/furniture/furnish.ts';
import type { Next, Task, Told } from './page-answers.ts';
import type { PageJob } from './page-jobs.ts';

export type Way = 'live' | 'parsed';
/** What each way told of each job, in their order. */
export type Readings = Record<Way, Told[]>;

/** When each page is read. Dates without a year, and relative ones, are of it. */
export const now = Date.UTC(2026, 10, 28, 12);
export const zone = 'Europe/Berlin';

/** A browser that says nothing for so long has stopped. */
const longestSilenceMs = 60_000;

/** A frame is loaded in half the time of a tab. It is in sight: whether a field can be seen is part of reading. */
const frame = '<!doctype html><title>Pages</title><iframe src="/page/0" width="1000" height="50"></iframe>';

export type PageServer = {
  origin: string;
  readings: Readings;
  /** Waits until the way has told of every page. */
  untilDone: (way: Way) => Promise<void>;
  close: () => void;
};

/** Serves the pages of the jobs to one browser, and takes down what it reads in them. */
export async function servePages(jobs: readonly PageJob[]): Promise<PageServer> {
  const readings: Readings = { live: [], parsed: [] };
  const done = { live: Promise.withResolvers<void>(), parsed: Promise.withResolvers<void>() };
  let lastAsked = '/';
  const stop = () => {
    const { base, variant } = jobs[Number(lastAsked.split('/').at(-1))]?.page ?? {};
    const error = new Error(`The browser has stopped reading after ${lastAsked}: ${base} › ${variant}.`);
    for (const way of [done.live, done.parsed]) way.reject(error);
  };
  // Whoever waits is told; of those for whom nobody waits yet, none is unhandled.
  for (const { promise } of [done.live, done.parsed]) promise.catch(() => {});
  let silence = setTimeout(stop, longestSilenceMs);

  const taskOf = (index: number): Task => {
    const { page, pick } = jobs[index] as PageJob;
    const { bytes, role, byteUnit } = page;
    const recipe = readings.live[pick ? jobs.indexOf(pick) : index]?.recipe ?? null;
    return { pick: pick ? null : { bytes: bytes ?? 0, role, byteUnit }, recipe, now, zone };
  };

  const take = async (way: Way, index: number, request: IncomingMessage): Promise<Next> => {
    readings[way][index] = JSON.parse(await text(request)) as Told;
    if (index + 1 < jobs.length) return { index: index + 1 };
    done[way].resolve();
    return { index: null };
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    clearTimeout(silence);
    silence = setTimeout(stop, longestSilenceMs);
    lastAsked = request.url ?? '/';
    const [, kind, index] = /^\/(page|task|live|parsed)\/(\d+)$/.exec(request.url ?? '') ?? [];
    const job = jobs[Number(index)];
    // The parsing document is of another origin.
    const headers = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' };
    if (request.url === '/') response.writeHead(200, { 'content-type': 'text/html' }).end(frame);
    else if (!job || !kind) response.writeHead(404).end();
    else if (kind === 'page') {
      response.writeHead(200, { ...headers, 'content-type': 'text/html; charset=utf-8' });
      response.end(furnish(job.page, job.surroundings));
    } else {
      const json = kind === 'task' ? taskOf(Number(index)) : await take(kind as Way, Number(index), request);
      response.writeHead(200, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(json));
    }
  };

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    readings,
    untilDone: (way) => done[way].promise,
    close: () => {
      clearTimeout(silence);
      server.close();
      server.closeAllConnections();
    },
  };
}
