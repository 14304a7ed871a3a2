import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { read, readIndex } from '../../../../entrypoints/background/state/store.ts';
import type { SignInResult } from '../../../../utils/browser/messages.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { hilinkMirror, huaweiHilinkMirror } from '../../../sandbox/mirrors/hotspots/huawei-hilink.ts';
import { hologramMirror } from '../../../sandbox/mirrors/iot/hologram.ts';
import type { MirrorFault } from '../../../sandbox/mirrors/mirror.ts';
import { telekomDatapassMirror } from '../../../sandbox/mirrors/telekom-datapass.ts';
import {
  alarmInMs,
  connect,
  connected,
  failureOf,
  figureOf,
  gib,
  mirrorOf,
  savedValues,
  usual,
} from './connect-form-setup.ts';

const telekom = () => mirrorOf(telekomDatapassMirror, 'https://pass.telekom.de');
const hologram = () => mirrorOf(hologramMirror, 'https://dashboard.hologram.io');
const { entries: device } = hologramMirror;

const nothing = async () => expect([await savedValues(), (await readIndex()).accounts]).toEqual([{}, []]);
const kindOf = (answer: SignInResult) => (answer.kind === 'failure' ? answer.failure.kind : answer.kind);

describe('a first try', () => {
  test('that succeeds ends in a card with its figure, and an alarm for the next', async () => {
    await telekom();
    const id = await connected('telekom-datapass');
    expect(await figureOf(id)).toEqual({ kind: 'known', leftBytes: 4 * gib, totalBytes: 5 * gib });
    expect((await readIndex()).accounts).toMatchObject([
      { id, name: 'Telekom data pass', hasSignIn: false, cards: [{ title: 'Nordic 5 GB' }] },
    ]);
    expect(await alarmInMs()).toBeGreaterThan(0);
    expect(await fakeBrowser.action.getBadgeText({})).not.toBe('');
  });

  test.each<[MirrorFault, string]>([
    ['html', 'away'],
    ['redirect', 'away'],
    ['cut', 'away'],
    ['truncated', 'unreadable'],
    ['huge', 'unreadable'],
  ])('that fails (%s) says so and leaves nothing behind', async (fault, kind) => {
    const mirror = await telekom();
    mirror.setFault(fault);
    expect(kindOf(await connect('telekom-datapass'))).toBe(kind);
    await nothing();
    expect(await alarmInMs()).toBeNull();
  });

  test('with a key that is not accepted is refused, and the key is kept nowhere', async () => {
    const mirror = await hologram();
    expect(await connect('hologram', { ...device, key: 'another-key' })).toEqual({ kind: 'refused' });
    expect(mirror.requests).toHaveLength(1);
    await nothing();
  });

  test('of too many says until when to wait, and leaves nothing behind', async () => {
    const mirror = await hologram();
    mirror.setFault('rate-limit');
    expect(kindOf(await connect('hologram', device))).toBe('rate-limited');
    await nothing();
  });

  test('without the permission asks nobody, and says what is missing', async () => {
    const mirror = await telekom();
    fakeBrowser.permissions.contains = async () => false;
    expect(kindOf(await connect('telekom-datapass'))).toBe('permission-missing');
    expect(mirror.requests).toEqual([]);
    await nothing();
  });

  test('needs leave for the one address it asks', async () => {
    await telekom();
    const asked: unknown[] = [];
    fakeBrowser.permissions.contains = async ({ origins }: { origins?: string[] }) => {
      asked.push(...(origins ?? []));
      return true;
    };
    await connect('telekom-datapass');
    expect(new Set(asked)).toEqual(new Set(['https://pass.telekom.de/*']));
  });

  test('offline says that, not that the seller is elsewhere', async () => {
    const mirror = await telekom();
    mirror.setFault('cut');
    vi.stubGlobal('navigator', { onLine: false });
    expect(kindOf(await connect('telekom-datapass'))).toBe('offline');
    await nothing();
  });
});

describe('a hotspot', () => {
  test('that knows no limit asks for it, and is no account until it has one', async () => {
    const mirror = await mirrorOf(huaweiHilinkMirror);
    mirror.write({ ...usual, kind: 'unknown' });
    expect(await connect('huawei-hilink', { address: mirror.url })).toEqual({ kind: 'no-amount' });
    await nothing();
    const id = await connected('huawei-hilink', { address: mirror.url, quota: '5 GB' });
    expect(await figureOf(id)).toEqual({ kind: 'known', leftBytes: 4 * gib, totalBytes: 5 * gib });
  });

  test('that wants its password first is no account, and is one once the person has signed in', async () => {
    const mirror = await mirrorOf(hilinkMirror({ needsLogin: true, checksCookie: false }));
    expect(await connect('huawei-hilink', { address: mirror.url })).toEqual({ kind: 'refused' });
    await nothing();
    const token = await (await fetch(`${mirror.url}/api/webserver/SesTokInfo`)).text();
    const headers = { __RequestVerificationToken: /<TokInfo>(.*)<\/TokInfo>/.exec(token)?.[1] ?? '' };
    await fetch(`${mirror.url}/api/user/login`, { method: 'POST', headers });
    expect((await connect('huawei-hilink', { address: mirror.url })).kind).toBe('signed-in');
  });

  test('that was taken along is elsewhere, its figures stay, and it is asked again at the usual pace', async () => {
    const mirror = await mirrorOf(huaweiHilinkMirror);
    const id = await connected('huawei-hilink', { address: mirror.url });
    mirror.setFault('cut');
    for (let time = 0; time < 3; time += 1) await checkAccount(id);
    expect(await failureOf(id)).toEqual({ kind: 'away' });
    expect(await figureOf(id)).toMatchObject({ leftBytes: 4 * gib });
    expect(await read(keys.check(id))).toMatchObject({ reason: 'poll-interval', failures: 3 });
    mirror.setFault(null);
    await checkAccount(id);
    expect(await failureOf(id)).toBeNull();
  });
});

describe('the same source', () => {
  test('connected twice is one account', async () => {
    const mirror = await telekom();
    const first = await connected('telekom-datapass');
    mirror.write({ ...usual, usedBytes: 2 * gib });
    expect(await connected('telekom-datapass')).toBe(first);
    expect(await figureOf(first)).toMatchObject({ leftBytes: 3 * gib });
    expect((await readIndex()).accounts).toHaveLength(1);
  });

  test('connected with a new key has that one from then on', async () => {
    const mirror = await hologram();
    const id = await connected('hologram', device);
    await fakeBrowser.storage.local.set({ [keys.credentials(id).name]: { kind: 'card-token', token: 'an old key' } });
    await checkAccount(id);
    expect(await failureOf(id)).toEqual({ kind: 'signed-out' });
    expect(await connected('hologram', device)).toBe(id);
    await checkAccount(id);
    expect(await failureOf(id)).toBeNull();
    expect(mirror.requests.length).toBeGreaterThan(2);
  });
});
