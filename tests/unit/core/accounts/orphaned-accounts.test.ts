import { describe, expect, test } from 'vitest';
import { emptyIndex } from '../../../../utils/core/accounts/account-index.ts';
import { orphanedAccounts } from '../../../../utils/core/accounts/orphaned-accounts.ts';

const kinds = ['credentials', 'access', 'reading', 'check'];
const cardKinds = ['offers', 'orders', 'alerts', 'samples', 'archive'];

describe('7.3 an account of which something is stored', () => {
  test.each([...kinds.map((kind) => `${kind}:a`), ...cardKinds.map((kind) => `${kind}:a/c%3A1`), 'aside:orders:a/c'])(
    'as %s, but not the account itself, is an orphan',
    (name) => {
      expect(orphanedAccounts([name, 'account:b', 'settings'], emptyIndex)).toEqual(['a']);
      expect(orphanedAccounts([name, 'account:a'], emptyIndex)).toEqual([]);
    },
  );

  test('is none where the account was set aside because it could not be read', () => {
    expect(orphanedAccounts(['credentials:a', 'aside:account:a'], emptyIndex)).toEqual([]);
  });

  test('is one where the index alone names it', () => {
    const accounts = ['a', 'b'].map((id) => ({ id, name: 'Axis', cards: [] }));
    expect(orphanedAccounts(['account:b'], { ...emptyIndex, accounts })).toEqual(['a']);
  });

  test('is none for names of no account', () => {
    expect(orphanedAccounts(['index', 'cards', 'wake', 'revocations', 'checkout-tabs'], emptyIndex)).toEqual([]);
  });
});
