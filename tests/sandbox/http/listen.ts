import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { ServerIdentity } from './certificate.ts';

export type Listener = {
  port: number;
  handle: (listener: RequestListener) => void;
  /** Ends all connections and answers 503 until `handle` is called again. */
  suspend: () => void;
  close: () => Promise<void>;
};

const unavailable: RequestListener = (_, response) => response.writeHead(503).end();

/**
 * Binds the port before there are routes, as these need the ports of the other listeners. Answers 503 until `handle`.
 * `identity`: over TLS.
 */
export async function listen(port: number, onLocalhost: boolean, identity?: ServerIdentity): Promise<Listener> {
  let answer = unavailable;
  const handler: RequestListener = (request, response) => answer(request, response);
  const first = await openServer(handler, port, '127.0.0.1', identity);
  const bound = (first.address() as AddressInfo).port;
  const servers = [first];
  if (onLocalhost) {
    const second = await openServer(handler, bound, '::1', identity).catch(ignoreMissingIpv6);
    if (second) servers.push(second);
  }
  return {
    port: bound,
    handle: (listener) => {
      answer = listener;
    },
    suspend: () => {
      answer = unavailable;
      for (const server of servers) server.closeAllConnections();
    },
    close: async () => {
      await Promise.all(servers.map(closeServer));
    },
  };
}

/** Sessions are resumed for a day, as Mozilla's guidelines for servers have it. */
const sessionTimeoutS = 86_400;

function openServer(
  handler: RequestListener,
  port: number,
  host: string,
  identity: ServerIdentity | undefined,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const tls = identity && { key: identity.key, cert: identity.certificates, sessionTimeout: sessionTimeoutS };
    const server = tls ? createSecureServer(tls, handler) : createServer(handler);
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Without IPv6, `localhost` is only 127.0.0.1, which is already bound. */
function ignoreMissingIpv6(error: NodeJS.ErrnoException): null {
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') return null;
  throw error;
}
