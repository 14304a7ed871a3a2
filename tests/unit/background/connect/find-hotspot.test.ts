import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { readIndex } from '../../../../entrypoints/background/state/state-store.ts';
import { hilinkMirror, huaweiHilinkMirror } from '../../../sandbox/mirrors/hotspots/huawei-hilink.ts';
import { balanceOf, gib, openMirror } from './connect-form-setup.ts';

const huawei = 'http://192.168.8.1';
const zte = 'http://192.168.0.1';

/**
 * At these addresses there is nobody: no answer, ever, or with `refuses` at once. Returns the addresses that were asked.
 */
function withNobodyAt(origins: string[], refuses = false): Set<string> {
  const asked = new Set<string>();
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (input: Request, init?: RequestInit) => {
    const { origin } = new URL(new Request(input, init).url);
    asked.add(origin);
    if (!origins.includes(origin)) return fetch(input, init);
    return refuses ? Promise.reject(new TypeError('Failed to fetch')) : new Promise(() => undefined);
  });
  return asked;
}

/** The hosts that were given back. */
function released(): string[] {
  const removed: string[] = [];
  fakeBrowser.permissions.remove = (async ({ origins = [] }: { origins?: string[] }) => {
    removed.push(...origins);
    return true;
  }) as never;
  return removed;
}

const find = () => messageHandlers.findHotspot({});

describe('a search for a hotspot in this network', () => {
  test('connects the one that answers, at once, and gives the other address back', async () => {
    await openMirror(huaweiHilinkMirror, huawei);
    const asked = withNobodyAt([zte]);
    const removed = released();
    const result = await find();
    const accountId = result.kind === 'signed-in' ? result.accountId : 'none';
    expect(await balanceOf(accountId)).toMatchObject({ kind: 'known', leftBytes: 4 * gib });
    expect(asked).toEqual(new Set([huawei, zte]));
    expect(removed).toEqual([`${zte}/*`]);
  });

  test('ends after two seconds where nobody answers, and keeps no permission', async () => {
    withNobodyAt([huawei, zte]);
    const removed = released();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const result = find();
    await vi.advanceTimersByTimeAsync(2000);
    vi.useRealTimers();
    expect(await result).toEqual({ kind: 'none' });
    expect([(await readIndex()).accounts, removed.sort()]).toEqual([[], [`${zte}/*`, `${huawei}/*`]]);
  });

  test('says of one that wants its password where it is, and keeps the permission for it', async () => {
    await openMirror(hilinkMirror({ cookieOn: null, needsLogin: true }), huawei);
    withNobodyAt([zte], true);
    const removed = released();
    expect(await find()).toEqual({ kind: 'locked', origin: huawei });
    expect(removed).not.toContain(`${huawei}/*`);
  });
});
