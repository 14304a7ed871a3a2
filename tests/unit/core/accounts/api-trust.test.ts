import { expect, test } from 'vitest';
import { defaultSeller } from '../../../../utils/core/accounts/account.ts';
import { isAtOrBelow, isVouchedFor } from '../../../../utils/core/accounts/api-trust.ts';

test.each([
  ['https://axis.example', 'https://axis.example', true],
  ['https://pay.eu.axis.example', 'https://axis.example', true],
  ['https://axis.example:8443', 'https://axis.example', true],
  ['https://axis.example', 'https://www.axis.example', false],
  ['https://myaxis.example', 'https://axis.example', false],
  ['https://axis.example.net', 'https://axis.example', false],
  ['http://127.0.0.1:81', 'http://127.0.0.1:80', false],
  ['http://127.0.0.1:81/v1', 'http://127.0.0.1:81', true],
  ['http://evil.localhost', 'http://localhost', false],
  ['no address', 'https://axis.example', false],
])('%s is at or below the host of %s: %s', (url, base, isBelow) => {
  expect(isAtOrBelow(url, base)).toBe(isBelow);
});

test('servers on this computer vouch for each other by a list alone, unless they are one', () => {
  const seller = (api: string) => ({
    ...defaultSeller('account-api', 'Axis'),
    origin: 'http://127.0.0.1:1',
    endpoints: { issuer: 'http://127.0.0.1:1', apiBase: api },
  });
  expect(isVouchedFor(seller('http://127.0.0.1:1/v1'), [])).toBe(true);
  expect(isVouchedFor(seller('http://127.0.0.1:2/v1'), [])).toBe(false);
  expect(isVouchedFor(seller('http://127.0.0.1:2/v1'), ['http://127.0.0.1:2'])).toBe(true);
});
