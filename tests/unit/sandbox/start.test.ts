import { spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { makeIdentity } from '../../sandbox/http/certificate.ts';
import { startSeller } from '../../sandbox/seller.ts';
import { openSeller } from './request-setup.ts';

async function newFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-seller-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'deep', 'seller.sqlite');
}

test('a second start goes on from the file of the first', async () => {
  const database = await newFile();
  const first = await startSeller({ database });
  first.use('c_europe', 240_000_000);
  await first.close();
  const second = await startSeller({ database });
  const balance = second.card('c_europe').plans[0]?.planModules[0]?.byteBalance;
  await second.close();
  expect(balance?.remainingBytes).toBe('1000000000');
});

test('a taken port is an error that leaves nothing open', async () => {
  const first = await startSeller();
  onTestFinished(() => first.close());
  const port = Number(new URL(first.payUrl).port);
  await expect(startSeller({ ports: { pay: port } })).rejects.toThrow('EADDRINUSE');
});

test.each(['SIGINT', 'SIGTERM'] as const)('the command prints its addresses and ends cleanly on %s', async (signal) => {
  const args = ['tests/sandbox/main.ts', await newFile()];
  const child = spawn('node_modules/.bin/node', args, { env: { ...process.env, PORT: '0' } });
  const [printed] = await once(child.stdout, 'data');
  expect(String(printed)).toMatch(/Seller {3}http:\/\/127.0.0.1:\d+\nCheckout http.*\nConsole {2}http/);
  const ended = once(child, 'exit');
  child.kill(signal);
  expect(await ended).toEqual([0, null]);
});

const certificatesOf = (pem: string) =>
  pem.split(/(?<=-----END CERTIFICATE-----\n)/).map((one) => new X509Certificate(one));

type Answer = { status: number; encoding: string | undefined; body: Buffer; protocol: string | null };

function request(url: string, ca: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // Its name is for nobody to check.
    const options = { ca, headers, agent: false, checkServerIdentity: () => undefined };
    const sent = get(url, options, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      const protocol = (response.socket as unknown as { getProtocol: () => string | null }).getProtocol();
      const { statusCode: status = 0, headers: received } = response;
      resolve({ status, encoding: received['content-encoding'], body: Buffer.concat(chunks), protocol });
    });
    sent.on('error', reject);
  });
}

test('a server’s identity is a chain of two certificates, 3 KB together, good for today', () => {
  const [server, issuer] = certificatesOf(makeIdentity().certificates) as [X509Certificate, X509Certificate];
  expect(server.checkIssued(issuer) && server.verify(issuer.publicKey)).toBe(true);
  expect(issuer.verify(issuer.publicKey)).toBe(true);
  expect(Math.abs(server.raw.length + issuer.raw.length - 3000)).toBeLessThan(100);
  for (const { validFrom, validTo } of [server, issuer]) {
    expect(Date.parse(validFrom)).toBeLessThan(Date.now());
    expect(Date.parse(validTo)).toBeGreaterThan(Date.now());
  }
});

test('a seller with an identity is served over TLS alone, and names its addresses so', async () => {
  const identity = makeIdentity();
  const seller = await openSeller({ identity });
  expect([seller.url, seller.apiBase, seller.issuer, seller.payUrl].map((url) => new URL(url).protocol)).toEqual(
    Array(4).fill('https:'),
  );
  const { status, protocol, body, encoding } = await request(
    `${seller.url}/.well-known/data-account.json`,
    identity.certificates,
  );
  expect([status, protocol, encoding]).toEqual([200, 'TLSv1.3', undefined]);
  expect(JSON.parse(body.toString()).apiBase).toBe(seller.apiBase);
  await expect(request(seller.url, makeIdentity().certificates)).rejects.toThrow(/certificate/);
});

test('answers are packed for who takes that, where the seller does', async () => {
  const identity = makeIdentity();
  const seller = await openSeller({ identity, packsAnswers: true });
  const url = `${seller.url}/.well-known/data-account.json`;
  const plain = await request(url, identity.certificates);
  const packed = await request(url, identity.certificates, { 'accept-encoding': 'gzip, br' });
  expect([plain.encoding, packed.encoding]).toEqual([undefined, 'gzip']);
  expect(gunzipSync(packed.body)).toEqual(plain.body);
});

test('the log tells how large the head of a request was, and what was sent', async () => {
  const seller = await openSeller();
  await fetch(`${seller.url}/.well-known/data-account.json`);
  await fetch(`${seller.url}/.well-known/data-account.json`, { headers: { x: 'y'.repeat(95) } });
  const [one, two] = seller.requests;
  expect((two?.bytesIn ?? 0) - (one?.bytesIn ?? 0)).toBe(100);
  expect(one?.bytesIn).toBeGreaterThan(100);
});
