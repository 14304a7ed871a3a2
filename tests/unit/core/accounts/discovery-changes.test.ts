import { describe, expect, test } from 'vitest';
import { defaultSeller, newAccount, type Seller } from '../../../../utils/core/accounts/account.ts';
import {
  hasMovedApi,
  shownProposal,
  withAnswer,
  withDiscovery,
} from '../../../../utils/core/accounts/discovery-changes.ts';

const endpoints = {
  apiBase: 'https://api.axis.example/v1',
  issuer: 'https://id.axis.example',
  clientId: 'gigabar',
  tokenEndpoint: 'https://id.axis.example/token',
};
const seller: Seller = {
  ...defaultSeller('account-api', 'Axis'),
  origin: 'https://axis.example',
  checkoutOrigins: ['https://pay.axis.example', 'https://pay.bank.example'],
  signIn: true,
  endpoints,
};
const account = newAccount('a1', seller, 0);
const { tokenEndpoint: _, ...found } = endpoints;
const reread = (some: Partial<Seller>, isApiVouchedFor = true, before = account) =>
  withDiscovery(before, { ...seller, endpoints: found, ...some }, isApiVouchedFor);

describe('7.15 a seller’s document that is read again', () => {
  test('and says the same changes nothing', () => {
    expect(reread({})).toEqual(account);
  });

  test('brings new links, support, units and delays along in silence', () => {
    const support = { url: 'https://axis.example/new', email: null, phone: null };
    const some = {
      accountUrl: 'https://axis.example/me',
      support,
      byteUnit: 1024,
      dataDelayMs: 9,
      creditMs: 7,
    } as const;
    expect(reread(some)).toEqual({ ...account, seller: { ...seller, ...some } });
  });

  test('brings a payment origin at or below the seller’s host along in silence, a foreign one as a question', () => {
    const ours = ['https://pay.axis.example', 'https://pay2.axis.example', 'https://axis.example'];
    const { seller: next, proposal } = reread({ checkoutOrigins: [...ours, 'https://pay.example.net'] });
    expect(next.checkoutOrigins).toEqual(ours);
    expect(proposal).toEqual({
      ...{ name: null, endpoints: null, isDismissed: false },
      checkoutOrigins: ['https://pay.example.net'],
    });
  });

  test('takes a payment origin away that it lists no more', () => {
    expect(reread({ checkoutOrigins: ['https://pay.axis.example'] }).seller.checkoutOrigins).toEqual([
      'https://pay.axis.example',
    ]);
  });

  test('moves the API on its origin where the sign-in vouches for it, and nowhere else', () => {
    const moved = { endpoints: { ...found, apiBase: 'https://api.axis.example/v2' } };
    expect(hasMovedApi(seller, { ...seller, ...moved })).toBe(true);
    expect(reread(moved).seller.endpoints).toEqual({ ...endpoints, apiBase: 'https://api.axis.example/v2' });
    expect(reread(moved).proposal).toBeNull();
    expect(reread(moved, false)).toEqual(account);
  });

  test.each([
    ['API origin', { apiBase: 'https://api2.axis.example/v1' }],
    ['sign-in', { issuer: 'https://id2.axis.example' }],
    ['client', { clientId: 'other' }],
    ['scope', { scope: 'all' }],
  ])('with another %s changes nothing by itself: the card names both, and leads to a new sign-in', (_, some) => {
    const next = reread({ endpoints: { ...found, ...some } });
    expect(next.seller).toEqual(seller);
    expect(shownProposal(next)).toMatchObject({
      oldHosts: ['id.axis.example', 'api.axis.example'],
      needsSignIn: true,
    });
    expect(withAnswer(next, true).seller).toEqual(seller);
  });

  test('with another name changes nothing until the person agrees', () => {
    const next = reread({ name: 'Your Bank' });
    expect(next.seller.name).toBe('Axis');
    expect(shownProposal(next)).toMatchObject({ oldName: 'Axis', newName: 'Your Bank', needsSignIn: false });
    expect(withAnswer(next, true)).toEqual({ ...account, seller: { ...seller, name: 'Your Bank' } });
  });

  test('is asked about once: the same change is not shown again after a no, another one is', () => {
    const refused = withAnswer(reread({ name: 'Your Bank' }), false);
    expect([refused.seller.name, shownProposal(refused)]).toEqual(['Axis', null]);
    expect(shownProposal(reread({ name: 'Your Bank' }, true, refused))).toBeNull();
    expect(shownProposal(reread({ name: 'Third' }, true, refused))?.newName).toBe('Third');
    expect(reread({}, true, refused).proposal).toBeNull();
  });

  test('is not asked about again as it goes back and forth, names another payment origin or path of its API', () => {
    const name = 'Your Bank';
    const api = { ...found, apiBase: 'https://api.elsewhere.example/v1' };
    const [renamed, moved] = [{ name }, { endpoints: api }];
    const refused = [renamed, moved].reduce((saved, some) => withAnswer(reread(some, true, saved), false), account);
    const back = reread({}, true, refused);
    const others = [
      ...[renamed, moved, { name, checkoutOrigins: ['https://pay.example.net'] }],
      { endpoints: { ...api, apiBase: 'https://api.elsewhere.example/v2' } },
    ];
    for (const some of others) expect(shownProposal(reread(some, true, back))).toBeNull();
    expect(shownProposal(reread({ name, endpoints: api }, true, back))).not.toBeNull();
  });
});
