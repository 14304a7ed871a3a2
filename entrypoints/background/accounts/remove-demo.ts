import type { Seller } from '../../../utils/core/accounts/account.ts';
import { isDemo } from '../../../utils/core/demo/demo-card.ts';
import { readAccounts } from '../state/state-store.ts';
import { deleteAccount } from './delete-account.ts';

/** The demo card goes as soon as there is another. `added`: the seller of what was added. */
export async function removeDemo(added: Seller): Promise<void> {
  if (isDemo(added)) return;
  for (const account of await readAccounts()) {
    if (account && isDemo(account.seller)) await deleteAccount(account.id);
  }
}
