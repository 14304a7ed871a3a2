import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startSeller } from '../../sandbox/seller.ts';

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
