import { hasOrigins } from '../../utils/browser/permissions.ts';
import { getStored } from '../../utils/browser/storage.ts';
import { keys, storedValue } from '../../utils/browser/storage-keys.ts';
import type { Account } from '../../utils/core/accounts/account.ts';
import type { PageDraft } from '../../utils/core/page/page-draft.ts';
import { toMatchPattern } from '../../utils/core/values/urls.ts';

/** `account`: whose number was pointed at again; null: a new one. `isAllowed`: its site may be read already. */
export type LoadedDraft = { draft: PageDraft; account: Account | null; isAllowed: boolean };

/** Null: the draft was used, replaced by another, or lost with the browser's session. */
export async function loadDraft(id: string, accountId: string | null): Promise<LoadedDraft | null> {
  const key = accountId === null ? null : keys.account(accountId);
  const [session, local] = await Promise.all([
    getStored([keys.pageDraft.name], 'session'),
    key === null ? {} : getStored([key.name]),
  ]);
  const draft = storedValue(session, keys.pageDraft);
  if (draft?.id !== id) return null;
  const isAllowed = await hasOrigins([toMatchPattern(draft.url)]);
  return { draft, account: key && storedValue(local, key), isAllowed };
}
