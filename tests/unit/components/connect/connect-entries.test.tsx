// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DiscoveryResult } from '../../../../utils/browser/messages.ts';
import { defaultSeller } from '../../../../utils/core/accounts/account.ts';
import { manualBalanceFields } from '../../../../utils/core/manual/manual-plan-form.ts';
import { all, the, unmount } from '../render-setup.tsx';
import { field, fill, openPage, page, pressConnect, problem, startConnecting, status, type } from './connect-setup.tsx';

/* A seller found by its address that sells plans but reports no balance: the balance is entered on the same page. */

const offersUrl = 'https://axis.example/offers.json';
const seller = { ...defaultSeller('static', 'Axis'), origin: 'https://axis.example', endpoints: { offersUrl } };
const sellerFound = (isGranted: boolean): DiscoveryResult => ({
  ...{
    kind: 'found',
    id: 'f1',
    previousHosts: null,
    isGranted,
    patterns: ['https://axis.example/*'],
    fields: manualBalanceFields,
  },
  seller: { ...seller, meteredBy: 'user' },
});
const sentTypes = () => page.sent.map(({ type }) => type);
const open = async (...answers: DiscoveryResult[]) => {
  page.find = () => (answers.length > 1 ? answers.shift() : answers[0]) ?? { kind: 'blocked' };
  await openPage({ seller: 'axis.example' });
  await vi.waitFor(() => expect(status()).not.toContain('Looking at'));
};

beforeEach(() => startConnecting());
afterEach(unmount);

describe('a seller that tells no figures', () => {
  test('says so, and asks for them beside its address', async () => {
    await open(sellerFound(true));
    expect(document.body.textContent).toContain('Axis sells plans but tells no figures.');
    expect(['left', 'quota', 'endsAt'].map((name) => field(name).value)).toEqual(['', '', '']);
    expect(all('card-token')).toEqual([]);
    expect(the('connect').textContent).toBe('Connect to Axis');
  });

  test('is connected by what was entered, without any sign-in', async () => {
    await open(sellerFound(true));
    await fill({ quota: '3', left: '1,24', endsAt: '2026-12-10' });
    expect(await pressConnect()).toBe(0);
    expect(sentTypes()).toEqual(['findSeller', 'connectWithForm']);
    expect(page.sent.at(-1)?.payload).toEqual({
      ...{ providerId: 'static', foundId: 'f1', accountId: null },
      entries: { quota: '3 GB', left: '1,24 GB', endsAt: '2026-12-10' },
    });
  });

  test('that may not be read yet is asked for first, and is connected in the same press', async () => {
    await open(sellerFound(false), sellerFound(true));
    await fill({ left: '3' });
    expect(the('will-ask').textContent).toContain('axis.example');
    expect(await pressConnect()).toBe(1);
    expect(page.requested.map(({ origins }) => origins)).toEqual([['https://axis.example/*']]);
    expect(sentTypes()).toEqual(['findSeller', 'connectWithForm']);
  });

  test('that could not even be looked at shows what it asks once it may, and connects nothing before that', async () => {
    await open({ kind: 'blocked' }, sellerFound(true));
    expect(await pressConnect()).toBe(1);
    expect(field('quota').value).toBe('');
    expect(status()).toBe('Axis found.');
    expect(sentTypes()).not.toContain('connectWithForm');
    await fill({ left: '3' });
    await pressConnect();
    expect(page.sent.at(-1)).toMatchObject({ type: 'connectWithForm', payload: { entries: { left: '3 GB' } } });
  });

  test('is not asked while an entry is wrong, and that is said beside it', async () => {
    await open(sellerFound(true));
    await fill({ left: '1', quota: 'much' });
    await pressConnect();
    expect([problem('quota'), field('quota').getAttribute('aria-invalid')]).toEqual([
      ...[expect.stringContaining('not an amount'), 'true'],
    ]);
    expect(document.activeElement).toBe(field('quota'));
    expect(sentTypes()).toEqual(['findSeller']);
    await fill({ quota: '3' });
    expect(problem('quota')).toBe('');
    await pressConnect();
    expect(sentTypes()).toEqual(['findSeller', 'connectWithForm']);
  });

  test('whose offers cannot be read has its sentence', async () => {
    page.connect = async () => ({ kind: 'failure', failure: { kind: 'no-answer' } });
    await open(sellerFound(true));
    await fill({ left: '1' });
    await pressConnect();
    expect(status()).toContain('No answer from Axis.');
  });
});

test('what was entered for one seller is not left there for another', async () => {
  await open(sellerFound(true));
  await fill({ quota: '3' });
  await type('seller-address', 'other.example');
  expect(all('field-quota')).toEqual([]);
  await vi.waitFor(() => expect(all('field-quota')).toHaveLength(1));
  expect(field('quota').value).toBe('');
});
