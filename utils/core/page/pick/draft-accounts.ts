import type { AmountCandidate } from '../candidate.ts';
import { type AccountText, accountTextsOf } from '../find/account-texts.ts';
import { areAlike, tellsAccount } from '../find/page-identity.ts';
import type { PageView } from '../find/page-view.ts';
import type { DraftAccount } from '../page-draft.ts';
import { isOfPerson } from './account-words.ts';

const maxAccounts = 6;
const ofPlace = { near: 0, header: 1, page: 2 };
const ofKind = { name: 0, email: 1, masked: 2, number: 3 };

/** Texts that may tell whose page it is: beside the figure, in the page's header, elsewhere; each once. */
export function accountsOf(view: PageView, picked: AmountCandidate, hashOf: (text: string) => string): DraftAccount[] {
  const near = new Set(picked.place.identifiers);
  const all = accountTextsOf(view)
    .filter(isOfPerson)
    .map((found): AccountText => (near.has(found.value) ? { ...found, place: 'near' } : found));
  const sure = all.filter((found) => {
    return (
      found.place === 'near' ||
      tellsAccount(
        found,
        all.filter((other) => areAlike(other, found)),
        view.tree,
      )
    );
  });
  const ranked = sure.sort((a, b) => ofPlace[a.place] - ofPlace[b.place] || ofKind[a.kind] - ofKind[b.kind]);
  return ranked
    .filter(({ value }, index) => ranked.findIndex((other) => other.value === value) === index)
    .slice(0, maxAccounts)
    .map(({ text, value, place, shape }) => ({ text, hash: hashOf(value), place, shape }));
}
