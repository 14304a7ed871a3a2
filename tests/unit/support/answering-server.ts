import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

type Received = { path: string; headers: IncomingHttpHeaders };

/** A server that answers as a test wants, until the test is over; `received` has what it was asked. */
export async function startAnsweringServer(answer: (request: Received, response: ServerResponse) => void) {
  const received: Received[] = [];
  const server = createServer(({ url = '', headers }, response) => {
    const request = { path: url, headers };
    received.push(request);
    answer(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => new Promise<void>((closed) => server.close(() => closed())));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}
