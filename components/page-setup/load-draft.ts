import { hasOrigins } from '../../utils/browser/permissions.ts';
import { keys } from '../../utils/browser/storage-keys.ts';
import type { Account } from '../../utils/core/accounts/account.ts';
import type { PageDraft } from '../../utils/core/page/page-draft.ts';
import type { RecipeFacts } from '../../utils/core/page/recipe.ts';
import { toMatchPattern } from '../../utils/core/values/urls.ts';
import { readForPage } from '../page/read-for-page.ts';

/**
 * `account`: whose number was pointed at again; null: a new one. `isAllowed`: its site may be read already. `facts`:
 * what was said of its card before; absent: nothing.
 */
export type LoadedDraft = { draft: PageDraft; account: Account | null; isAllowed: boolean; facts?: RecipeFacts };

/** Null: the draft was used, replaced by another, or lost with the browser's session. */
export async function loadDraft(id: string, accountId: string | null): Promise<LoadedDraft | null> {
  const ofAccount = accountId === null ? null : { account: keys.account(accountId), recipe: keys.recipe(accountId) };
  // The card's facts are edited here.
  const valueAt = await readForPage([keys.pageDraft, ...Object.values(ofAccount ?? {})], true);
  const draft = valueAt(keys.pageDraft);
  if (draft?.id !== id) return null;
  const isAllowed = await hasOrigins([toMatchPattern(draft.url)]);
  const facts = ofAccount && valueAt(ofAccount.recipe)?.facts;
  const account = ofAccount && valueAt(ofAccount.account);
  return { draft, account, isAllowed, ...(facts && { facts }) };
}
