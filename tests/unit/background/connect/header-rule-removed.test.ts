import { describe, expect, test, vi } from 'vitest';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { checkAccount } from '../../../../entrypoints/background/polling/check-account.ts';
import { zteGoformMirror } from '../../../sandbox/mirrors/hotspots/zte-goform.ts';
import { controlHeaderRules, controlPermissions } from '../accounts/browser-controls.ts';
import { connect, connectAccount, defaultEntry, openMirror } from './connect-form-setup.ts';

describe('7.6 the rule that gives a hotspot its Referer', () => {
  test('goes with the account, as does the permission for its host', async () => {
    const granted = controlPermissions('http://127.0.0.1/*');
    const rules = controlHeaderRules();
    const hotspot = await openMirror(zteGoformMirror);
    const id = await connectAccount('zte-goform', { address: hotspot.url });
    expect([...rules.values()]).toEqual(['127.0.0.1']);
    expect(await messageHandlers.signOut({ accountId: id })).toEqual({ isRevoked: true, isReleased: true });
    expect([[...rules.values()], [...granted]]).toEqual([[], []]);
  });

  test('is not left by a check that was under way', async () => {
    const rules = controlHeaderRules();
    const hotspot = await openMirror(zteGoformMirror);
    const id = await connectAccount('zte-goform', { address: hotspot.url });
    const check = checkAccount(id);
    await messageHandlers.signOut({ accountId: id });
    await check;
    expect([...rules.values()]).toEqual([]);
  });

  test('stays for another account on the same host', async () => {
    const rules = controlHeaderRules();
    const hotspot = await openMirror(zteGoformMirror);
    const first = await connectAccount('zte-goform', { address: hotspot.url });
    const other = await openMirror(zteGoformMirror);
    await connectAccount('zte-goform', { address: other.url });
    await messageHandlers.signOut({ accountId: first });
    expect([...rules.values()]).toEqual(['127.0.0.1']);
  });

  test('is not left by a connection that made no account, as nothing says how much there is', async () => {
    const rules = controlHeaderRules();
    const hotspot = await openMirror(zteGoformMirror);
    hotspot.write({ ...defaultEntry, kind: 'unknown' });
    expect((await connect('zte-goform', { address: hotspot.url })).kind).toBe('no-amount');
    expect([...rules.values()]).toEqual([]);
  });

  test('is not left by a connection that failed', async () => {
    const rules = controlHeaderRules();
    const hotspot = await openMirror(zteGoformMirror);
    hotspot.setFault('html');
    expect((await connect('zte-goform', { address: hotspot.url })).kind).toBe('failure');
    expect([...rules.values()]).toEqual([]);
  });

  test('goes when the account gets another address', async () => {
    const rules = controlHeaderRules();
    const granted = controlPermissions('http://127.0.0.1/*', 'http://localhost/*');
    const hotspot = await openMirror(zteGoformMirror);
    const accountId = await connectAccount('zte-goform', { address: hotspot.url });
    const address = hotspot.url.replace('127.0.0.1', 'localhost');
    expect(await connect('zte-goform', { address }, { accountId })).toMatchObject({ kind: 'signed-in' });
    await vi.waitFor(() => expect([...granted]).toEqual(['http://localhost/*']));
    expect([...rules.values()]).toEqual(['localhost']);
  });
});
