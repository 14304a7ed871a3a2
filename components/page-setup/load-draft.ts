import { hasOrigins } from '../../utils/browser/permissions.ts';
import { getStored } from '../../utils/browser/storage.ts';
import { keys } from '../../utils/browser/storage-keys.ts';
import type { Account } from '../../utils/core/accounts/account.ts';
import type { PageDraft } from '../../utils/core/page/page-draft.ts';
import type { RecipeFacts } from '../../utils/core/page/recipe.ts';
import { toMatchPattern } from '../../utils/core/values/urls.ts';
import { readForPage } from '../page/read-for-page.ts';
import { storedValue } from '../page/stored-value.ts';

/**
 * `account`: whose number was pointed at again; null: a new one. `isAllowed`: its site may be read already. `facts`:
 * what was said of its card before; absent: nothing.
 */
export type LoadedDraft = { draft: PageDraft; account: Account | null; isAllowed: boolean; facts?: RecipeFacts };

/** Null: the draft was used, replaced by another, or lost with the browser's session. */
export async function loadDraft(id: string, accountId: string | null): Promise<LoadedDraft | null> {
  const ofAccount = accountId === null ? null : { account: keys.account(accountId), recipe: keys.recipe(accountId) };
  const [session, local] = await Promise.all([
    getStored([keys.pageDraft.name], 'session'),
    // The card's facts are edited here.
    readForPage(ofAccount === null ? [] : [ofAccount.account.name, ofAccount.recipe.name], true),
  ]);
  const draft = storedValue(session, keys.pageDraft);
  if (draft?.id !== id) return null;
  const isAllowed = await hasOrigins([toMatchPattern(draft.url)]);
  const facts = ofAccount && storedValue(local, ofAccount.recipe)?.facts;
  const account = ofAccount && storedValue(local, ofAccount.account);
  return { draft, account, isAllowed, ...(facts && { facts }) };
}
