import { keys } from '../../../utils/browser/storage-keys.ts';
import type { SellerHosts } from '../../../utils/core/accounts/origins.ts';
import { read, remove } from '../state/state-store.ts';
import { updatePageScripts } from './page-scripts.ts';

/** Ends what an account that was deleted leaves running on its site, and forgets what was just picked there. */
export async function forgetPage({ origin }: SellerHosts): Promise<void> {
  const draft = await read(keys.pageDraft);
  if (draft && new URL(draft.url).origin === origin) await remove([keys.pageDraft]);
  await updatePageScripts();
}
