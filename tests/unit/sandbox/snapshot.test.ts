import { expect, onTestFinished, test } from 'vitest';
import { startSeller } from '../../sandbox/seller.ts';
import { closePorts, keepPortsOpen, openPorts } from '../../sandbox/seller-ports.ts';
import { refresh, requestWith } from './request-setup.ts';

test('a seller that follows another at its ports goes on from its snapshot, sign-ins included', async () => {
  const ports = await openPorts();
  onTestFinished(() => closePorts(ports));
  const first = await startSeller({}, keepPortsOpen(ports));
  const { accessToken, refreshToken } = first.issueTokens('a_17');
  const snapshot = first.snapshot();
  first.use('c_europe', 240_000_000);
  first.revokeAll('a_17');
  await first.close();

  const second = await startSeller({}, keepPortsOpen(ports));
  onTestFinished(() => second.close());
  expect([second.url, second.payUrl, second.consoleUrl]).toEqual([first.url, first.payUrl, first.consoleUrl]);
  expect((await requestWith(second, accessToken)('/v1/planStatus')).status).toBe(401);
  second.restore(snapshot);
  const { status, json } = await requestWith(second, accessToken)('/v1/planStatus');
  expect(status).toBe(200);
  expect(json.cards[0].plans[0].planModules[0].byteBalance.remainingBytes).toBe('1240000000');
  expect((await refresh(second, refreshToken)).status).toBe(200);
  expect(second.snapshot()).not.toEqual(snapshot);
});

test('kept ports give no answer between two sellers', async () => {
  const ports = await openPorts();
  onTestFinished(() => closePorts(ports));
  const seller = await startSeller({}, keepPortsOpen(ports));
  await seller.close();
  expect((await fetch(seller.url)).status).toBe(503);
});
