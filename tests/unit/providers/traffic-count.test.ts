import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { dayMs, minuteMs } from '../../../utils/core/values/time.ts';
import { createPageClient, createPublicClient } from '../../../utils/providers/http/client.ts';
import { countTraffic, takeTraffic } from '../../../utils/providers/http/traffic-count.ts';
import { grantedClient } from '../support/clients.ts';

let server: Server;
let url = '';
const clock = { now: 0 };
const connectionBytes = 380;

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path === '/silent') return;
    if (path === '/drop') return response.destroy();
    if (path === '/redirect') return response.writeHead(302, { location: '/login' }).end();
    if (path === '/packed')
      return response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(10_000)));
    if (path === '/huge') return response.writeHead(200).end('x'.repeat(3 * 2 ** 20));
    const status = Number(path.slice(1));
    return response.writeHead(status).end(status === 304 ? undefined : `"${'x'.repeat(998)}"`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((closed) => server.close(closed).closeAllConnections()));

beforeEach(() => {
  // Long after all before: no connection is open.
  clock.now = Math.max(clock.now + dayMs, Date.UTC(2026, 10, 23, 12));
  vi.spyOn(Date, 'now').mockImplementation(() => clock.now);
  onTestFinished(() => void vi.restoreAllMocks());
  takeTraffic();
});

const counted = () => takeTraffic().bytes;

test('a request and its answer are counted once, with a connection where none is open', async () => {
  await grantedClient().get(`${url}/200`);
  const first = counted();
  await grantedClient().get(`${url}/200`);
  const second = counted();
  expect(first - second).toBe(connectionBytes);
  expect(second).toBeGreaterThan(1000 + 400);
  expect(second).toBeLessThan(1000 + 900);
  clock.now += 2 * minuteMs;
  await grantedClient().get(`${url}/200`);
  expect(counted()).toBe(first);
  expect(counted()).toBe(0);
});

test('an unchanged answer, a failure and what is sent are counted', async () => {
  await grantedClient().get(`${url}/200`);
  takeTraffic();
  await grantedClient().get(`${url}/304`);
  const unchanged = counted();
  expect(unchanged).toBeGreaterThan(400);
  expect(unchanged).toBeLessThan(900);
  await expect(grantedClient().get(`${url}/503`)).rejects.toThrow('503');
  expect(counted()).toBeGreaterThan(1000 + 400);
  await grantedClient().postForm(`${url}/200`, { refresh_token: 'r'.repeat(2000) });
  expect(counted()).toBeGreaterThan(3000 + 400);
  await grantedClient().postJson(`${url}/200`, { planId: 'p'.repeat(2000) });
  expect(counted()).toBeGreaterThan(3000 + 400);
});

test('every client counts: what anybody may read, and a page', async () => {
  await createPublicClient().get(`${url}/200`);
  expect(counted()).toBeGreaterThan(1000 + 400);
  await createPageClient({ isGranted: async () => true }).get(`${url}/200`);
  expect(counted()).toBeGreaterThan(1000 + 400);
});

test('a packed answer counts as it was sent, about', async () => {
  await grantedClient().get(`${url}/packed`);
  expect(counted()).toBeLessThan(4_500);
});

test('a redirect that is not followed is counted as the request it was', async () => {
  await expect(grantedClient().get(`${url}/redirect`)).rejects.toThrow();
  expect(counted()).toBeGreaterThan(connectionBytes + 400);
});

test('an answer that is too large is counted as far as it was read', async () => {
  await expect(grantedClient().get(`${url}/huge`)).rejects.toThrow('too large');
  const bytes = counted();
  expect(bytes).toBeGreaterThan(2 ** 20);
  expect(bytes).toBeLessThan(3 * 2 ** 20);
});

test('without a permission nothing is sent and nothing is counted', async () => {
  await expect(createPageClient({ isGranted: async () => false }).get(`${url}/200`)).rejects.toThrow();
  expect(counted()).toBe(0);
});

test('what gets no answer counts only where it was waited for: else it may not have left the computer', async () => {
  await expect(grantedClient().get(`${url}/drop`)).rejects.toThrow();
  expect(counted()).toBe(0);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const given = expect(grantedClient().get(`${url}/silent`)).rejects.toThrow();
  await vi.advanceTimersByTimeAsync(15_100);
  await given;
  expect(counted()).toBeGreaterThan(connectionBytes + 300);
});

test('a hotspot in the same network takes nothing of a card', async () => {
  vi.stubGlobal('fetch', async () => new Response('{}'));
  onTestFinished(() => void vi.unstubAllGlobals());
  await grantedClient().get('http://192.168.8.1/api/monitoring/status');
  expect(counted()).toBe(0);
  await grantedClient().get('https://api.axis.example/v1/planStatus');
  expect(counted()).toBeGreaterThan(5_000);
});

test('at midnight it begins anew', async () => {
  countTraffic(500);
  clock.now += dayMs;
  countTraffic(20);
  expect(counted()).toBe(20);
});
