import { describe, expect, test, vi } from 'vitest';
import { withAuthorizedClient } from '../../../../entrypoints/background/accounts/authorized-client.ts';
import { read, update } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import type { Client } from '../../../../utils/providers/adapter/provider.ts';
import { toFailure } from '../../../../utils/providers/http/to-failure.ts';
import { setUpAccount } from './account-setup.ts';

async function started() {
  const set = await setUpAccount();
  const sendRequest = () =>
    withAuthorizedClient(set.account, (client: Client) => client.get(`${set.seller.apiBase}/planStatus`));
  const refreshes = () => set.seller.requests.filter(({ path }) => path.includes('token')).length;
  const setLife = (lifeMs: number, leftMs: number) =>
    update(keys.access(set.account.id), (access) =>
      access ? { ...access, lifeMs, expiresAt: Date.now() + leftMs } : access,
    );
  return { ...set, sendRequest, refreshes, setLife };
}

describe('an access token', () => {
  test('is used as it is while it lives', async () => {
    const { sendRequest, refreshes } = await started();
    await sendRequest();
    await sendRequest();
    expect(refreshes()).toBe(0);
  });

  test('is refreshed once for concurrent callers when it has lapsed', async () => {
    const { sendRequest, refreshes, setLife } = await started();
    await setLife(3_600_000, -1);
    const answers = await Promise.all([sendRequest(), sendRequest(), sendRequest()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(refreshes()).toBe(1);
  });

  test.each([
    [3_600_000, 61_000, 0],
    [3_600_000, 59_000, 1],
    [100_000, 11_000, 0],
    [100_000, 9_000, 1],
  ])('of %i ms life with %i ms left is refreshed %i times', async (lifeMs, leftMs, times) => {
    const { sendRequest, refreshes, setLife } = await started();
    await setLife(lifeMs, leftMs);
    await sendRequest();
    expect(refreshes()).toBe(times);
  });

  test('refused inside its life is refreshed once, for all who were refused', async () => {
    const { seller, account, sendRequest, refreshes } = await started();
    seller.expireAccessTokens('a_17');
    const answers = await Promise.all([sendRequest(), sendRequest()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(refreshes()).toBe(1);
    expect((await read(keys.credentials(account.id)))?.kind).toBe('refresh-token');
  });
});

describe('signed out', () => {
  test('is what invalid_grant means', async () => {
    const { seller, sendRequest } = await started();
    seller.revokeAll('a_17');
    const error = await sendRequest().catch((caught: unknown) => caught);
    expect(toFailure(error, Date.now(), true)).toEqual({ kind: 'signed-out' });
  });

  test('7.4 is not what a server in trouble means, whatever its body says', async () => {
    const { sendRequest, setLife } = await started();
    await setLife(3_600_000, -1);
    vi.stubGlobal('fetch', async () => Response.json({ error: 'invalid_grant' }, { status: 502 }));
    const error = await sendRequest().catch((caught: unknown) => caught);
    expect(toFailure(error, 1000, true).kind).toBe('seller-down');
  });

  test('is not what a broken token endpoint means', async () => {
    const { seller, sendRequest, setLife } = await started();
    await setLife(3_600_000, -1);
    seller.fault({ kind: '503', on: 'token', retryAfter: '120' });
    const error = await sendRequest().catch((caught: unknown) => caught);
    expect(toFailure(error, 1000, true)).toEqual({ kind: 'seller-down', until: 121_000 });
    seller.clearFaults();
    expect((await sendRequest()).status).toBe(200);
  });
});
