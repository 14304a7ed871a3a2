import { type Gigabar, openGigabar } from '../../e2e/support/gigabar.ts';
import { makeIdentity, type ServerIdentity } from '../../sandbox/http/certificate.ts';
import { startSeller } from '../../sandbox/seller.ts';
import { openPorts } from '../../sandbox/seller-ports.ts';
import type { RequestEntry, Seller } from '../../sandbox/types.ts';
import { countBytesTo, type Wire } from './wire-bytes.ts';

/**
 * A seller over TLS, with packed answers as most have; an account there, connected in a Chromium that trusts it. `wire`
 * counts what goes both ways at its socket.
 */
export type TlsSeller = {
  seller: Seller;
  gigabar: Gigabar;
  wire: Wire;
  identity: ServerIdentity;
  close: () => Promise<void>;
};

export async function connectTlsSeller(): Promise<TlsSeller> {
  const identity = makeIdentity();
  const ports = await openPorts({ identity });
  const wire = await countBytesTo(ports.seller.port);
  // Its addresses are those of the wire.
  const atWire = { ...ports, seller: { ...ports.seller, port: wire.port } };
  const seller = await startSeller({ identity, maxAgeS: 0, packsAnswers: true }, atWire);
  const gigabar = await openGigabar({
    args: [`--ignore-certificate-errors-spki-list=${identity.pin}`],
    grant: { origins: ['https://127.0.0.1/*'], api: ['notifications'] },
  });
  await (await gigabar.connect(seller)).close();
  await gigabar.waitForWorker();
  const close = async () => {
    await gigabar.close();
    await seller.close();
    wire.close();
  };
  return { seller, gigabar, wire, identity, close };
}

/** `httpBytes`: of these, what is HTTP before TLS. `countedBytes`: by Gigabar itself. */
export type Measured = { wireBytes: number; httpBytes: number; countedBytes: number };

/** One check, with what time brings between two: connections were closed, and the worker has ended. */
export async function measureCheck({ seller, gigabar, wire }: TlsSeller): Promise<Measured> {
  wire.cut();
  await gigabar.killWorker();
  const [bytes, requests, counted] = [wire.bytes(), seller.requests.length, await countedBytes(gigabar)];
  const answered = seller.nextRequest(({ path, status }) => path === '/v1/planStatus' && status !== 401);
  await gigabar.fireAlarm();
  await answered;
  await gigabar.waitForWorker();
  return {
    wireBytes: wire.bytes() - bytes,
    httpBytes: seller.requests.slice(requests).reduce((sum, request) => sum + httpBytesOf(request), 0),
    countedBytes: (await countedBytes(gigabar)) - counted,
  };
}

export function httpBytesOf({ bytesIn, bytesOut }: RequestEntry): number {
  return bytesIn + bytesOut;
}

async function countedBytes(gigabar: Gigabar): Promise<number> {
  const checks = Object.entries(await gigabar.stored()).filter(([name]) => name.startsWith('check:'));
  return checks.reduce((sum, [, check]) => sum + ((check as { traffic?: { bytes: number } }).traffic?.bytes ?? 0), 0);
}
