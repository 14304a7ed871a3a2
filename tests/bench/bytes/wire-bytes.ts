import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** `bytes`: all so far, both ways. `cut`: ends all connections, as a browser ends idle ones. */
export type Wire = { port: number; bytes: () => number; connections: () => number; cut: () => void; close: () => void };

/** Passes on what comes and goes between a browser and a server on `port`, and counts it. */
export async function countBytesTo(port: number): Promise<Wire> {
  let total = 0;
  let connections = 0;
  const open = new Set<Socket>();
  const count = (chunk: Buffer) => {
    total += chunk.length;
  };
  const server = createServer((client) => {
    connections += 1;
    const upstream = connect(port, '127.0.0.1');
    open.add(client).add(upstream);
    client.on('data', count).on('error', () => upstream.destroy());
    upstream.on('data', count).on('error', () => client.destroy());
    client.pipe(upstream).pipe(client);
  });
  const cut = () => {
    for (const socket of open) socket.destroy();
    open.clear();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    cut();
    server.close();
  };
  return {
    port: (server.address() as AddressInfo).port,
    bytes: () => total,
    connections: () => connections,
    cut,
    close,
  };
}
