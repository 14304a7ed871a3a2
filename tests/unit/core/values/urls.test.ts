import { describe, expect, test } from 'vitest';
import { callLink, isSafeUrl, parseOrigin, safeHref, toMatchPattern } from '../../../../utils/core/values/urls.ts';

describe('an address', () => {
  test.each([
    ['axis.example', 'https://axis.example'],
    ['https://axis.example/path?x#y', 'https://axis.example'],
    [' HTTPS://Axis.Example:8443 ', 'https://axis.example:8443'],
    ['http://127.0.0.1:8080/x', 'http://127.0.0.1:8080'],
    ['http://axis.example', null],
    ['ftp://axis.example', null],
    ['javascript://axis.example', null],
    ['', null],
    ['not an address', null],
  ])('%s counts as %s', (typed, origin) => {
    expect(parseOrigin(typed)).toBe(origin);
  });

  test('is safe with https, or with http on this computer', () => {
    expect(['https://a.example', 'http://localhost:1', 'http://[::1]/'].every(isSafeUrl)).toBe(true);
    expect(['http://a.example', 'data:text/html,x', 'http://127.0.0.1.evil.example'].some(isSafeUrl)).toBe(false);
  });

  test('7.15 is opened as the browser parses it, and not at all with a user name in it', () => {
    expect(safeHref(' https://Pay.Axis.example:443/s\t1')).toBe('https://pay.axis.example/s1');
    for (const url of ['https://a@b.example', 'https://:a@b.example', 'https://axis.example%40b.example@c.example'])
      expect([safeHref(url), parseOrigin(url)]).toEqual([null, null]);
  });

  test('7.2 is refused where its host is no ordinary one: a "*" would be a pattern for all of the web', () => {
    const urls = ['https://*/v1', 'https://*.example', 'https://axis.*', 'https://%2a/', 'https://a$b.example'];
    expect(urls.flatMap((url) => [safeHref(url), parseOrigin(url)])).toEqual(urls.flatMap(() => [null, null]));
    for (const url of ['https://xn--bcher-kva.example/', 'https://a_b.axis.example./', 'https://[2001:db8::1]/'])
      expect(safeHref(url)).toBe(url);
  });

  test('becomes a pattern without its port', () => {
    expect(toMatchPattern('http://127.0.0.1:8787')).toBe('http://127.0.0.1/*');
  });
});

test.each([
  ['+46 8 000 00 00', 'tel:+4680000000'],
  [' (08) 123-456', 'tel:08123456'],
  ['08 123 456 ext. 5', 'tel:08123456'],
  ['112', 'tel:112'],
  ['ask in the shop', null],
  ['', null],
])('the number "%s" is called by %s', (phone, link) => {
  expect(callLink(phone)).toBe(link);
});
