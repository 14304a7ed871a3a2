import { afterEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { startSeller } from '../../../sandbox/seller.ts';
import type { Seller, SellerOptions } from '../../../sandbox/types.ts';

let seller: Seller;
afterEach(() => seller.close());

test.each(['https://*/v1', 'https://*.com/v1', 'https://%2A/v1'])(
  '7.2 F23 a seller with its API or sign-in at %s has no permission asked for all of the web',
  async (address) => {
    const options: SellerOptions = { discovery: { apiBase: address } };
    seller = await startSeller(options);
    const asked: string[] = [];
    fakeBrowser.permissions.contains = async ({ origins }: { origins?: string[] }) => {
      asked.push(...(origins ?? []));
      return true;
    };
    expect(await messageHandlers.findSeller({ origin: seller.url })).toEqual({ kind: 'no-seller' });
    options.discovery = { issuer: address };
    expect(await messageHandlers.findSeller({ origin: seller.url })).toMatchObject({
      seller: { signIn: false },
      patterns: ['http://127.0.0.1/*'],
    });
    expect(asked).toEqual(['http://127.0.0.1/*']);
  },
);
