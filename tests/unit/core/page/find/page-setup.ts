import { Window } from 'happy-dom';
import { pageTreeOf } from '../../../../../utils/browser/page/page-document.ts';
import { readPage } from '../../../../../utils/core/page/find/read-page.ts';
import type { PageAnswers } from '../../../../../utils/core/page/page-answers.ts';
import type { PageDraft } from '../../../../../utils/core/page/page-draft.ts';
import type { PageTree } from '../../../../../utils/core/page/page-tree.ts';
import { amountCandidates } from '../../../../../utils/core/page/pick/amount-candidates.ts';
import type { AmountCandidate } from '../../../../../utils/core/page/pick/candidate.ts';
import { makeDraft } from '../../../../../utils/core/page/pick/make-draft.ts';
import type { PageReading } from '../../../../../utils/core/page/reading.ts';
import type { PageRecipe } from '../../../../../utils/core/page/recipe.ts';
import { proposedAnswers } from '../../../../../utils/core/page/setup/proposed-answers.ts';
import { recipeOf } from '../../../../../utils/core/page/setup/recipe-of.ts';

export const now = Date.UTC(2026, 10, 29, 9);
export const zone = 'Europe/Berlin';
export const address = 'https://my.carrier.example/account';

/** Stands for a hash: equal texts, equal hashes. */
export const hashOf = (text: string) => `hash of ${text}`;

/** The tree of a page's body. */
export function treeOf(body: string, { url = address, language = 'en' } = {}): PageTree {
  const window = new Window({ url, settings: { disableJavaScriptEvaluation: true } });
  window.document.documentElement.lang = language;
  window.document.body.innerHTML = body;
  return pageTreeOf(window.document as unknown as Document, url);
}

/** The amount that is written so. */
function amountWritten(tree: PageTree, written: string): AmountCandidate {
  const found = amountCandidates(tree).find(({ run, amount }) => run.text.slice(amount.start, amount.end) === written);
  if (!found) throw new Error(`No amount is written ${written}`);
  return found;
}

export function draftOf(tree: PageTree, written: string): PageDraft {
  const facts = { id: 'draft', salt: 'salt', hashOf, now, zone, documentBytes: null, pageBytes: null };
  return makeDraft(tree, amountCandidates(tree), amountWritten(tree, written), facts);
}

/** The recipe for an amount, with what is proposed for it but for `answers`. */
export function recipeFor(body: string, written: string, answers: Partial<PageAnswers> = {}): PageRecipe {
  const draft = draftOf(treeOf(body), written);
  return recipeOf(draft, { ...proposedAnswers(draft), ...answers });
}

export function read(body: string, recipe: PageRecipe, at: { url?: string; now?: number } = {}): PageReading {
  return readPage(treeOf(body, at.url === undefined ? {} : { url: at.url }), recipe, hashOf, at.now ?? now, zone);
}

/** What is left in bytes by a page, or why nothing is told. */
export function leftOn(body: string, recipe: PageRecipe): number | string {
  const reading = read(body, recipe);
  if (reading.kind === 'unread') return reading.reason;
  const balance = reading.parts[0]?.balance;
  return balance?.kind === 'known' ? balance.leftBytes : (balance?.kind ?? 'nothing');
}
