import { describe, expect, test } from 'vitest';
import { type Exchange, exchangeBytes } from '../../../../utils/core/traffic/exchange-bytes.ts';

const exchange: Exchange = {
  method: 'get',
  url: 'https://api.axis.example/v1/planStatus',
  headers: [
    ['accept', 'application/json'],
    ['authorization', `Bearer ${'t'.repeat(43)}`],
    ['if-none-match', '"ZY_5Zd-TgoNvp8q2ttGHzs1llc8"'],
  ],
  sentBytes: 0,
  answer: {
    headers: [
      ['etag', '"ZY_5Zd-TgoNvp8q2ttGHzs1llc8"'],
      ['cache-control', 'private, max-age=60'],
      ['date', 'Mon, 23 Nov 2026 12:00:00 GMT'],
      ['expires', 'Mon, 23 Nov 2026 18:00:00 GMT'],
      ['last-modified', 'Mon, 23 Nov 2026 12:00:00 GMT'],
    ],
    bodyBytes: 0,
  },
  isNewConnection: false,
};
const bytesOf = (some: Partial<Exchange>) => exchangeBytes({ ...exchange, ...some });
const answerOf = (bodyBytes: number, headers: Record<string, string> = {}) =>
  bytesOf({ answer: { bodyBytes, headers: Object.entries(headers) } }) -
  bytesOf({ answer: { bodyBytes: 0, headers: [] } });

test('an unchanged answer is as large as the sandbox seller’s socket has it: 817 bytes, and what TLS adds', () => {
  expect(bytesOf({})).toBeGreaterThan(817);
  expect(bytesOf({})).toBeLessThan(920);
});

test('a new connection costs some kilobytes with TLS, and some hundred bytes without', () => {
  expect(bytesOf({ isNewConnection: true }) - bytesOf({})).toBe(5280);
  const url = 'http://127.0.0.1/';
  expect(bytesOf({ url, isNewConnection: true }) - bytesOf({ url })).toBe(380);
});

test('what is sent counts: headers, body, address', () => {
  expect(bytesOf({ sentBytes: 700 }) - bytesOf({})).toBe(700);
  expect(bytesOf({ url: `${exchange.url}?a=${'x'.repeat(97)}` }) - bytesOf({})).toBe(100);
  expect(bytesOf({ headers: [...exchange.headers, ['x', 'y'.repeat(95)]] }) - bytesOf({})).toBe(100);
});

test('a request without an answer counts as it was sent', () => {
  expect(bytesOf({ answer: null })).toBeGreaterThan(400);
  expect(bytesOf({ answer: null })).toBeLessThan(bytesOf({}) - 200);
});

describe('the body of an answer', () => {
  test('counts as it came where it is not packed', () => expect(answerOf(2000)).toBe(2000));

  test('counts as it was sent where the server says so', () => {
    const headers = { 'content-length': '600', 'content-encoding': 'gzip' };
    expect(answerOf(2000, headers) - answerOf(0, headers)).toBe(600);
  });

  test('of which the rest was not read counts as far as it came', () => {
    const headers = { 'content-length': '900000' };
    expect(answerOf(2000, headers) - answerOf(0, headers)).toBe(2000);
  });

  test('is reckoned as packed by about a third where the server says how, but not how long', () => {
    const headers = { 'content-encoding': 'br' };
    expect(answerOf(2000, headers) - answerOf(0, headers)).toBe(600);
  });

  test('has no length that makes no sense', () => {
    const headers = { 'content-length': 'many' };
    expect(answerOf(2000, headers) - answerOf(0, headers)).toBe(2000);
  });
});
