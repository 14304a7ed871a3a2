import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { read, readIndex } from '../../../../entrypoints/background/state/state-store.ts';
import type { SignInResult } from '../../../../utils/browser/messages.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { hilinkMirror, huaweiHilinkMirror } from '../../../sandbox/mirrors/hotspots/huawei-hilink.ts';
import { zteMirror } from '../../../sandbox/mirrors/hotspots/zte-goform.ts';
import { hologramMirror } from '../../../sandbox/mirrors/iot/hologram.ts';
import type { MirrorFault } from '../../../sandbox/mirrors/mirror.ts';
import {
  balanceOf,
  connect,
  connectAccount,
  defaultEntry,
  failureOf,
  gib,
  msUntilAlarm,
  openMirror,
  savedValues,
} from './connect-form-setup.ts';

const hologram = () => openMirror(hologramMirror, 'https://dashboard.hologram.io');
const { entries: device } = hologramMirror;

const expectNothingSaved = async () => expect([await savedValues(), (await readIndex()).accounts]).toEqual([{}, []]);
const kindOf = (answer: SignInResult) => (answer.kind === 'failure' ? answer.failure.kind : answer.kind);

describe('a first try', () => {
  test('that succeeds ends in a card with its figure, and an alarm for the next', async () => {
    await hologram();
    const id = await connectAccount('hologram', device);
    expect(await balanceOf(id)).toEqual({ kind: 'known', leftBytes: 4 * gib, totalBytes: 5 * gib });
    expect((await readIndex()).accounts).toMatchObject([
      { id, name: 'Hologram', hasSignIn: false, cards: [{ title: 'Tracker' }] },
    ]);
    expect(await msUntilAlarm()).toBeGreaterThan(0);
    expect(await fakeBrowser.action.getBadgeText({})).not.toBe('');
  });

  test.each<[MirrorFault, string]>([
    ['html', 'unreadable'],
    ['redirect', 'captive-portal'],
    ['cut', 'no-answer'],
    ['truncated', 'unreadable'],
    ['huge', 'unreadable'],
  ])('that fails (%s) says so and leaves nothing behind', async (fault, kind) => {
    const mirror = await hologram();
    mirror.setFault(fault);
    expect(kindOf(await connect('hologram', device))).toBe(kind);
    await expectNothingSaved();
    expect(await msUntilAlarm()).toBeNull();
  });

  test('with a key that is not accepted is refused, and the key is kept nowhere', async () => {
    const mirror = await hologram();
    expect(await connect('hologram', { ...device, key: 'another-key' })).toEqual({ kind: 'refused' });
    expect(mirror.requests).toHaveLength(1);
    await expectNothingSaved();
  });

  test('of too many says until when to wait, and leaves nothing behind', async () => {
    const mirror = await hologram();
    mirror.setFault('rate-limit');
    expect(kindOf(await connect('hologram', device))).toBe('rate-limited');
    await expectNothingSaved();
  });

  test('without the permission asks nobody, and says what is missing', async () => {
    const mirror = await hologram();
    fakeBrowser.permissions.contains = async () => false;
    expect(kindOf(await connect('hologram', device))).toBe('permission-missing');
    expect(mirror.requests).toEqual([]);
    await expectNothingSaved();
  });

  test('needs leave for the one address it asks', async () => {
    await hologram();
    const checkedOrigins: unknown[] = [];
    fakeBrowser.permissions.contains = async ({ origins }: { origins?: string[] }) => {
      checkedOrigins.push(...(origins ?? []));
      return true;
    };
    await connect('hologram', device);
    expect(new Set(checkedOrigins)).toEqual(new Set(['https://dashboard.hologram.io/*']));
  });

  test('offline says that, not that the hotspot is elsewhere', async () => {
    const mirror = await openMirror(huaweiHilinkMirror);
    mirror.setFault('cut');
    vi.stubGlobal('navigator', { onLine: false });
    expect(kindOf(await connect('huawei-hilink', { address: mirror.url }))).toBe('offline');
    await expectNothingSaved();
  });
});

describe('a hotspot', () => {
  test.each<MirrorFault>(['html', 'redirect', 'cut'])(
    'that does not answer as one (%s) is elsewhere, and leaves nothing behind',
    async (fault) => {
      const mirror = await openMirror(huaweiHilinkMirror);
      mirror.setFault(fault);
      expect(kindOf(await connect('huawei-hilink', { address: mirror.url }))).toBe('away');
      await expectNothingSaved();
    },
  );

  test('that knows no limit asks for it, and is no account until it has one', async () => {
    const mirror = await openMirror(huaweiHilinkMirror);
    mirror.write({ ...defaultEntry, kind: 'unknown' });
    expect(await connect('huawei-hilink', { address: mirror.url })).toEqual({ kind: 'no-amount' });
    await expectNothingSaved();
    const id = await connectAccount('huawei-hilink', { address: mirror.url, quota: '5 GB' });
    expect(await balanceOf(id)).toEqual({ kind: 'known', leftBytes: 4 * gib, totalBytes: 5 * gib });
  });

  test('that wants its password first is no account, and is one once the person has signed in', async () => {
    const mirror = await openMirror(hilinkMirror({ needsLogin: true, checksCookie: false }));
    expect(await connect('huawei-hilink', { address: mirror.url })).toEqual({ kind: 'refused' });
    await expectNothingSaved();
    const token = await (await fetch(`${mirror.url}/api/webserver/SesTokInfo`)).text();
    const headers = { __RequestVerificationToken: /<TokInfo>(.*)<\/TokInfo>/.exec(token)?.[1] ?? '' };
    await fetch(`${mirror.url}/api/user/login`, { method: 'POST', headers });
    expect((await connect('huawei-hilink', { address: mirror.url })).kind).toBe('signed-in');
  });

  test('8.13 that answers no request for its limit is asked what the plan has, and has its figure', async () => {
    const mirror = await openMirror(hilinkMirror({ cookieOn: null, limitError: 100006 }));
    expect(await connect('huawei-hilink', { address: mirror.url })).toEqual({ kind: 'no-amount' });
    const id = await connectAccount('huawei-hilink', { address: mirror.url, quota: '5 GB' });
    expect(await balanceOf(id)).toEqual({ kind: 'known', leftBytes: 4 * gib, totalBytes: 5 * gib });
  });

  test.each(['redirect', 'page'] as const)(
    '8.12 whose session is over (%s) keeps its figures and needs the user; a portal in its place does not',
    async (withoutSession) => {
      const signedIn = zteMirror();
      const { sessionOver } = zteMirror({ withoutSession });
      const mirror = await openMirror(sessionOver ? { ...signedIn, sessionOver } : signedIn);
      mirror.setFault('session-over');
      expect(await connect('zte-goform', { address: mirror.url })).toEqual({ kind: 'refused' });
      mirror.setFault(null);
      const id = await connectAccount('zte-goform', { address: mirror.url });
      mirror.setFault('session-over');
      await checkAccount(id);
      expect(await failureOf(id)).toEqual({ kind: 'locked' });
      expect(await balanceOf(id)).toMatchObject({ leftBytes: 4 * gib });
      for (const fault of ['html', 'redirect'] as const) {
        mirror.setFault(fault);
        await checkAccount(id);
        expect(await failureOf(id)).toEqual({ kind: 'away' });
      }
    },
  );

  test('that was taken along is elsewhere, its figures stay, and it is asked again at the usual pace', async () => {
    const mirror = await openMirror(huaweiHilinkMirror);
    const id = await connectAccount('huawei-hilink', { address: mirror.url });
    mirror.setFault('cut');
    for (let time = 0; time < 3; time += 1) await checkAccount(id);
    expect(await failureOf(id)).toEqual({ kind: 'away' });
    expect(await balanceOf(id)).toMatchObject({ leftBytes: 4 * gib });
    expect(await read(keys.check(id))).toMatchObject({ reason: 'poll-interval', failures: 3 });
    mirror.setFault(null);
    await checkAccount(id);
    expect(await failureOf(id)).toBeNull();
  });
});

describe('the same source', () => {
  test('connected twice is one account', async () => {
    const mirror = await hologram();
    const first = await connectAccount('hologram', device);
    mirror.write({ ...defaultEntry, usedBytes: 2 * gib });
    expect(await connectAccount('hologram', device)).toBe(first);
    expect(await balanceOf(first)).toMatchObject({ leftBytes: 3 * gib });
    expect((await readIndex()).accounts).toHaveLength(1);
  });

  test('connected with a new key has that one from then on', async () => {
    const mirror = await hologram();
    const id = await connectAccount('hologram', device);
    await fakeBrowser.storage.local.set({ [keys.credentials(id).name]: { kind: 'card-token', token: 'an old key' } });
    await checkAccount(id);
    expect(await failureOf(id)).toEqual({ kind: 'signed-out' });
    expect(await connectAccount('hologram', device)).toBe(id);
    await checkAccount(id);
    expect(await failureOf(id)).toBeNull();
    expect(mirror.requests.length).toBeGreaterThan(2);
  });
});
