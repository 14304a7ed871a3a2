import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequestLog } from '../http/request-log.ts';
import type { RequestEntry } from '../types.ts';
import type { WebsiteRequest } from './types.ts';

export type WebsiteLog = {
  entries: readonly WebsiteRequest[];
  record: (request: IncomingMessage, response: ServerResponse) => void;
  next: (path: string) => Promise<RequestEntry>;
  close: () => void;
};

/** The seller's log with what tells a background read from a visit. */
export function createWebsiteLog(cookie: string): WebsiteLog {
  const log = createRequestLog();
  const entries: WebsiteRequest[] = [];
  return {
    entries,
    record: (request, response) => {
      log.record(request, response);
      const entry = log.entries.at(-1);
      // The same object, in which the log fills in the status and bytes later.
      if (entry) entries.push(Object.assign(entry, signsOf(request, cookie)));
    },
    next: log.next,
    close: log.close,
  };
}

function signsOf({ headers }: IncomingMessage, cookie: string) {
  const sent = (name: string) => headers[name]?.toString() ?? null;
  return {
    hasCookie: (headers.cookie ?? '').includes(`${cookie}=`),
    fetchSite: sent('sec-fetch-site'),
    fetchMode: sent('sec-fetch-mode'),
    fetchDest: sent('sec-fetch-dest'),
  };
}
