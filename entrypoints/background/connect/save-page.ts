import type { Messages, SignInResult } from '../../../utils/browser/messages.ts';
import { hasOrigins } from '../../../utils/browser/permissions.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import {
  type Account,
  defaultSeller,
  newAccount,
  type Seller,
  type SellerPage,
} from '../../../utils/core/accounts/account.ts';
import type { PageAnswers } from '../../../utils/core/page/page-answers.ts';
import type { PageDraft } from '../../../utils/core/page/page-draft.ts';
import type { PageRecipe } from '../../../utils/core/page/recipe.ts';
import { recipeOf } from '../../../utils/core/page/setup/recipe-of.ts';
import { shownParts } from '../../../utils/core/page/setup/shown-reading.ts';
import { hostOf, safeHref, toMatchPattern } from '../../../utils/core/values/urls.ts';
import { pageProvider } from '../../../utils/providers/page/page-provider.ts';
import { toPageSnapshot } from '../../../utils/providers/page/page-snapshot.ts';
import { holdHosts } from '../accounts/release-hosts.ts';
import { recordFigures } from '../pages/page-figures.ts';
import { schedulePageRead } from '../pages/page-schedule.ts';
import { updatePageScripts } from '../pages/page-scripts.ts';
import { withTopUpPage } from '../pages/page-settings.ts';
import { firstPageReads } from '../pages/try-fetch.ts';
import { saveSnapshot } from '../polling/save-check-result.ts';
import { read, remove } from '../state/state-store.ts';
import { savePageAccount } from './add-account.ts';
import { toSignInResult } from './sign-in.ts';

type Request = Messages['savePage']['payload'];

/**
 * Adds the account whose number was pointed at, with the figure that was just seen; or points at the number of an account
 * again, of which all else stays.
 */
export async function savePage({ draftId, answers, isKeptUpToDate, accountId }: Request): Promise<SignInResult> {
  const draft = await read(keys.pageDraft);
  const previous = accountId === null ? null : await read(keys.account(accountId));
  if (draft?.id !== draftId || (accountId !== null && !previous?.seller.page)) return { kind: 'not-found' };
  if (draft.unread !== null || shownParts(draft, answers).length === 0) return { kind: 'refused' };
  const recipe = recipeOf(draft, answers);
  const pattern = toMatchPattern(recipe.address.origin);
  if (isKeptUpToDate && !(await hasOrigins([pattern]))) {
    return { kind: 'failure', failure: { kind: 'permission-missing' } };
  }
  const { topUpUrl = null, usualPurchase = null } = previous?.seller.page ?? {};
  const kept = { isKeptUpToDate, topUpUrl, usualPurchase };
  const account = accountOf(previous, toSeller(draft, answers, recipe, kept));
  try {
    await holdHosts(account.seller, () => saveAll(account, recipe, draft, answers));
  } catch (error) {
    return toSignInResult(error);
  }
  return { kind: 'signed-in', accountId: account.id };
}

async function saveAll(account: Account, recipe: PageRecipe, draft: PageDraft, answers: PageAnswers): Promise<void> {
  const parts = shownParts(draft, answers);
  const reads = await firstPageReads(account, recipe, parts, draft);
  await savePageAccount(account, recipe, reads);
  const figures = await recordFigures(account, recipe, parts, (saved) => saved);
  // Where the user has just pointed at it, a jump needs no second answer.
  const snapshot = toPageSnapshot(account.seller.name, { ...figures, readAt: draft.pickedAt });
  await saveSnapshot(account, snapshot, { isConfirmed: true });
  await schedulePageRead(account.id);
  await remove([keys.pageDraft]);
  await updatePageScripts().catch(() => undefined);
}

/** Each has a key of its own: two people may have their cards on one page. */
function accountOf(previous: Account | null, seller: Seller): Account {
  const id = crypto.randomUUID();
  const fresh = newAccount(id, seller, Date.now());
  return previous ? { ...previous, seller, connectionId: fresh.connectionId } : { ...fresh, accountKey: id };
}

type KeptOfPage = Omit<SellerPage, 'namesAccount'>;

function toSeller(draft: PageDraft, answers: PageAnswers, recipe: PageRecipe, kept: KeptOfPage): Seller {
  const { origin } = recipe.address;
  const seller: Seller = {
    ...defaultSeller(pageProvider.id, answers.name || hostOf(origin)),
    origin,
    byteUnit: recipe.byteUnit,
    accountUrl: draft.url,
    page: { ...kept, namesAccount: recipe.account !== null },
  };
  return withTopUpPage(seller, answers.topUpUrl && safeHref(answers.topUpUrl)) ?? seller;
}
