import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseHotspotOrigin } from '../../../../utils/core/forms/parse-input.ts';
import { isHotspotOrigin, toMatchPattern } from '../../../../utils/core/values/urls.ts';

test.each([
  ['192.168.8.1', 'http://192.168.8.1'],
  [' 192.168.8.1/ ', 'http://192.168.8.1'],
  ['http://192.168.8.1:8080', 'http://192.168.8.1:8080'],
  ['192.168.8.1:8080/html/home.html?x#y', 'http://192.168.8.1:8080'],
  ['https://192.168.0.1', 'https://192.168.0.1'],
  ['10.0.0.138', 'http://10.0.0.138'],
  ['172.16.0.1', 'http://172.16.0.1'],
  ['172.31.255.254', 'http://172.31.255.254'],
  ['127.0.0.1:8787', 'http://127.0.0.1:8787'],
  ['localhost:8787', 'http://localhost:8787'],
  ['mobilewifi.home', 'http://mobilewifi.home'],
  ['Router.LAN', 'http://router.lan'],
  ['my-stick.local', 'http://my-stick.local'],
  ['m.hotspot', 'http://m.hotspot'],
  ['homerouter', 'http://homerouter'],
  ['http://admin:secret@192.168.8.1/x', 'http://192.168.8.1'],
  ['admin@192.168.8.1', 'http://192.168.8.1'],
])('"%s" is the hotspot at %s', (typed, origin) => {
  expect(parseHotspotOrigin(typed)).toBe(origin);
});

test.each([
  ['a public address', ['8.8.8.8', '1.1.1.1:80', 'http://203.0.113.7', '9.255.255.255', '11.0.0.1', '192.169.0.1']],
  ['just outside of 172.16 to 172.31', ['172.15.0.1', '172.32.0.1', '172.160.0.1']],
  ['a public name', ['axis.example', 'http://huawei.com', 'router.local.example', 'local.evil.example']],
  ['a public name that begins as an address', ['192.168.1.1.evil.example', '10.0.0.1.nip.io', '127.0.0.1.example']],
  ['a public host behind a user name', ['192.168.8.1@evil.example', 'http://192.168.8.1:80@evil.example/']],
  ['a public address in other digits', ['0x08080808', '134744072', '010.8.8.8', '８.８.８.８']],
  ['another scheme', ['ftp://192.168.8.1', 'file:///etc/hosts', 'ws://192.168.8.1', 'javascript:alert(1)']],
  ['no address', ['', '   ', 'not an address', '192.168.8.1.1', 'http://', '192.168.8.256', '192.168.8.1:99999']],
  ['an address of IPv6', ['[::1]', '[2001:db8::1]', '[::ffff:8.8.8.8]']],
])('%s is none of a hotspot', (_what, typed) => {
  const accepted = typed.filter((text) => parseHotspotOrigin(text) !== null);
  expect(accepted).toEqual([]);
});

describe('8.15 a name printed on a hotspot', () => {
  test.each([
    ...['homerouter.cpe', 'mobilewifi.home', 'm.home', 'hi.link', 'HI.LINK', 'ufi.ztedevice.com', 'router.internal'],
    ...[
      'stick.home.arpa',
      'my.stick.lan',
      'router.attic.home.arpa',
      'https://homerouter.cpe',
      'hi.link/html/index.html',
    ],
  ])('"%s" is taken', (typed) => {
    expect(parseHotspotOrigin(typed)).not.toBeNull();
    expect(new URL(parseHotspotOrigin(typed) ?? '').hostname).toBe(/[a-z0-9.]+\.[a-z]+/.exec(typed.toLowerCase())?.[0]);
  });

  test.each([
    ['another name under the same public domain', ['evil.link', 'a.hi.link', 'hi.link.evil.example', 'hi.links']],
    ['another host of the maker', ['ztedevice.com', 'www.ztedevice.com', 'ufi.ztedevice.com.evil.example']],
    [
      'a domain of the public DNS',
      ['home.example', 'cpe.com', 'router.arpa', 'internal.dev', '1.168.192.in-addr.arpa'],
    ],
    ['a country, whose domain may have a host', ['ai', 'http://uz/', 'xn--p1ai', 'рф']],
    ['what only looks like one', ['hi.link@evil.example', 'hі.link', 'homerouter.cpe.', '.cpe', 'a..cpe']],
  ])('%s is not', (_what, typed) => {
    const accepted = typed.filter((text) => parseHotspotOrigin(text) !== null);
    expect(accepted).toEqual([]);
  });
});

test.each(['192.168.2049', '0xc0a80801', '192.168.8.1.', '１９２.168.8.1'])(
  '"%s" is what the browser makes of it, 192.168.8.1',
  (typed) => expect(parseHotspotOrigin(typed)).toBe('http://192.168.8.1'),
);

describe('whatever the address', () => {
  const byte = fc.integer({ min: 0, max: 255 });
  const isPrivate = ([a, b]: readonly number[]) =>
    a === 10 || (a === 192 && b === 168) || (a === 172 && (b ?? 0) >= 16 && (b ?? 0) <= 31) || (a === 127 && b === 0);
  const boundary = fc.constantFrom(10, 172, 192, 127, 169, 100);
  const address = fc.tuple(fc.oneof(byte, boundary), fc.oneof(byte, fc.constantFrom(16, 31, 168, 0)), byte, byte);

  test('a public IPv4 is never taken for a hotspot, a private one always', () => {
    fc.assert(
      fc.property(address, fc.constantFrom('http', 'https'), fc.constantFrom('', ':8080'), (parts, scheme, port) => {
        const origin = `${scheme}://${parts.join('.')}${port}`;
        expect(isHotspotOrigin(origin)).toBe(isPrivate(parts));
      }),
      { numRuns: 5000 },
    );
  });

  const label = fc.constantFrom(
    '192',
    '168',
    '10',
    'router',
    'local',
    'LAN',
    'home',
    '%31',
    'ü',
    '',
    '_',
    '-',
    '@',
    ':',
    '/',
  );
  const hostLike = fc
    .tuple(fc.constantFrom('', 'http://', 'https://', 'ftp://'), fc.array(label, { maxLength: 6 }))
    .map(([scheme, parts]) => scheme + parts.join('.'));

  test('what is taken is an origin of http or https that a match pattern can name', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), hostLike, fc.ipV4Extended(), fc.ipV6()), (typed) => {
        const origin = parseHotspotOrigin(typed);
        if (origin === null) return;
        expect(origin).toBe(new URL(origin).origin);
        expect(toMatchPattern(origin)).toMatch(/^https?:\/\/[a-z0-9.-]+\/\*$/);
      }),
      { numRuns: 2000 },
    );
  });
});
