import { describe, expect, test } from 'vitest';
import { type Account, defaultSeller, newAccount, type Seller } from '../../../../utils/core/accounts/account.ts';
import { requiredMatchPatterns } from '../../../../utils/core/accounts/origins.ts';
import { parseStored } from '../../../../utils/core/storage/stored-values.ts';
import { makeManualPlan } from '../manual/manual-setup.ts';

const accountOf = (overrides: Partial<Seller> = {}): Account =>
  newAccount('a', { ...defaultSeller('hologram', 'Hologram'), ...overrides }, 0);

/** As background and pages read it: null where it is invalid. */
function read(value: unknown): unknown {
  return parseStored('account', value);
}

describe('a seller of which nothing is known', () => {
  test('can be kept as it is', () => {
    expect(read(accountOf())).toEqual(accountOf());
  });

  test('sells nothing, promises nothing and may be asked nothing', () => {
    const seller = defaultSeller('manual', 'Any other card');
    expect(seller).toMatchObject({ providerId: 'manual', name: 'Any other card', origin: '', meteredBy: 'network' });
    expect([seller.checkoutOrigins, seller.endpoints, seller.manualPlan, seller.signIn]).toEqual([[], {}, null, false]);
    expect(requiredMatchPatterns(seller)).toEqual([]);
  });

  test('is another object each time', () => {
    defaultSeller('manual', 'a').checkoutOrigins.push('https://evil.example');
    expect(defaultSeller('manual', 'a').checkoutOrigins).toEqual([]);
  });
});

test('a seller with all there is can be kept as it is', () => {
  const account = accountOf({
    meteredBy: 'user',
    manualPlan: makeManualPlan({
      ussdCode: '*123#',
      region: 'SE',
      renewal: { url: 'https://axis.example/', cost: { currency: 'SEK', units: '99', nanos: 0 } },
    }),
    endpoints: { offersUrl: 'https://axis.example/offers.json' },
  });
  expect(read(account)).toEqual(account);
});

describe('an account of a version before', () => {
  const { id, seller, accountKey, addedAt } = accountOf({ signIn: true, endpoints: { apiBase: 'https://a.example' } });
  const { meteredBy, manualPlan, ...before } = seller;
  const saved = { id, accountKey, addedAt, seller: before } as Account;

  test('is still read, by the background and by the pages, and counted by the network', () => {
    const later = { discoveredAt: 0, vouchedAt: 0, proposal: null, connectionId: '' };
    const now = { id, accountKey, addedAt, answered: [], seller: { ...before, meteredBy, manualPlan }, ...later };
    expect([meteredBy, manualPlan]).toEqual(['network', null]);
    expect(read(saved)).toEqual(now);
  });

  test('that was never there is none', () => {
    expect(read(undefined)).toBeNull();
  });

  test('of now is not changed by that', () => {
    const counted = accountOf({ meteredBy: 'hotspot', manualPlan: makeManualPlan() });
    expect(read(counted)).toEqual(counted);
  });
});

test.each<[string, unknown]>([
  ['counted by somebody else', { meteredBy: 'seller' }],
  ['with an entered plan of no sense', { manualPlan: { ...makeManualPlan(), quotaBytes: -1 } }],
  ['without a provider', { providerId: undefined }],
])('an account %s is not believed', (_what, overrides) => {
  expect(read(accountOf(overrides as Partial<Seller>))).toBeNull();
});

describe('what must be readable', () => {
  test.each<[string, Partial<Seller>, string[]]>([
    ['is the origin of a provider', { origin: 'https://dashboard.hologram.io' }, ['https://dashboard.hologram.io/*']],
    ['is a hotspot’s address, without its port', { origin: 'http://192.168.8.1:8080' }, ['http://192.168.8.1/*']],
    [
      'is where the API and the sign-in are, each once, and not the shop',
      {
        origin: 'https://axis.example',
        endpoints: { apiBase: 'https://api.axis.example/v1', issuer: 'https://id.axis.example', scope: 'x' },
      },
      ['https://api.axis.example/*', 'https://id.axis.example/*'],
    ],
    [
      'is one address where all is at one',
      { origin: 'https://a.example', endpoints: { apiBase: 'https://a.example/v1', issuer: 'https://a.example' } },
      ['https://a.example/*'],
    ],
    [
      'is where the offers of a seller without a server are',
      { origin: 'https://a.example', endpoints: { offersUrl: 'https://a.example/offers.json', key: 'k' } },
      ['https://a.example/*'],
    ],
    ['is nothing where nobody is asked', { origin: '', endpoints: { name: 'Prepaid', key: 'k' } }, []],
  ])('%s', (_what, overrides, patterns) => {
    expect(requiredMatchPatterns({ ...defaultSeller('x', 'x'), ...overrides })).toEqual(patterns);
  });
});
