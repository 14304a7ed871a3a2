import { afterEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { checkAccount } from '../../../entrypoints/background/polling/check-account.ts';
import { createAccount, read, readIndex } from '../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { newAccount } from '../../../utils/core/accounts/account.ts';
import { parseCardId } from '../../../utils/core/usage/card-id.ts';
import { setUpOrders } from '../background/orders/order-setup.ts';
import { startAnsweringServer } from '../support/answering-server.ts';
import { setLocale } from '../support/i18n.ts';

afterEach(() => {
  Object.assign(fakeBrowser.storage.local, { QUOTA_BYTES: undefined, getBytesInUse: undefined });
});

const storedKeys = async (accountId: string) =>
  Object.keys(await fakeBrowser.storage.local.get(null)).filter((name) => name.includes(accountId));

/** An account at a seller that names its 300 cards anew in each answer. */
async function renamingSeller() {
  let round = 0;
  const { url } = await startAnsweringServer((_, response) => {
    round += 1;
    const planModules = [{ moduleId: 'm', byteBalance: { quotaBytes: '1000', remainingBytes: '10' } }];
    const cards = Array.from({ length: 300 }, (__, at) => ({
      userKey: `${round}-${at}`,
      plans: [{ planId: 'p', planModules }],
    }));
    response.end(JSON.stringify({ updateTime: new Date().toISOString(), expireTime: '2099-01-01T00:00:00Z', cards }));
  });
  return url;
}

test('7.10 7.20 a seller that names its cards anew in each answer does not fill the storage', async () => {
  const { account, order, buy } = await setUpOrders();
  await setLocale('en');
  Object.assign(fakeBrowser.storage.local, { QUOTA_BYTES: 10_485_760, getBytesInUse: async () => 0 });
  await buy();
  const bought = await order();
  const { seller } = account;
  const apiBase = await renamingSeller();
  const hostile = { ...newAccount('hostile', { ...seller, origin: apiBase, endpoints: { apiBase } }, Date.now()) };
  await createAccount(hostile, [], () => [
    [keys.credentials('hostile'), { kind: 'card-token', token: 't', revocation: null }],
  ]);
  for (let check = 0; check < 6; check += 1) await checkAccount('hostile');
  const entry = (await readIndex()).accounts.find(({ id }) => id === 'hostile');
  expect(entry?.cards).toHaveLength(300);
  expect(entry?.gone?.length).toBeLessThanOrEqual(400);
  const cardsStored = new Set(
    (await storedKeys('hostile')).flatMap((name) => parseCardId(name.split(':')[1] ?? '')?.cardKey ?? []),
  );
  expect(cardsStored.size).toBeLessThanOrEqual(700);
  expect(await order()).toEqual(bought);
  expect(await read(keys.samples({ accountId: account.id, cardKey: 'c_europe' }))).not.toBeNull();
});
