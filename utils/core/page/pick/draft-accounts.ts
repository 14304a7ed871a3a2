import { type AccountText, accountTextsOf } from '../find/account-texts.ts';
import { areAlike, tellsAccount } from '../find/page-identity.ts';
import type { PageView } from '../find/page-view.ts';
import type { DraftAccount } from '../page-draft.ts';
import { isOfPerson } from './account-words.ts';
import type { AmountCandidate } from './candidate.ts';

const maxAccounts = 6;
const ofPlace = { near: 0, header: 1, page: 2 };
const ofKind = { name: 0, email: 1, masked: 2, number: 3 };

/**
 * Texts that may tell whose page it is: a person with one of that person's lines, then each alone; those beside the figure
 * first, then those of the page's header.
 */
export function accountsOf(view: PageView, picked: AmountCandidate, hashOf: (text: string) => string): DraftAccount[] {
  const near = new Set(picked.place.identifiers);
  const all = accountTextsOf(view)
    .filter((found) => isOfPerson(found, view.page))
    .map((found): AccountText => (near.has(found.value) ? { ...found, place: 'near' } : found));
  const alikeTo = (found: AccountText) => all.filter((other) => areAlike(other, found));
  const sure = all
    .filter((found) => found.place === 'near' || tellsAccount(found, alikeTo(found), view.tree))
    .sort((a, b) => ofPlace[a.place] - ofPlace[b.place] || ofKind[a.kind] - ofKind[b.kind]);
  const single = sure.filter(({ value }, index) => sure.findIndex((other) => other.value === value) === index);
  const person = single.find(({ kind }) => kind === 'name' || kind === 'email');
  const line = single.find(isLine);
  const together = person && line ? [[person, line]] : [];
  return [...together, ...single.map((found) => [found])]
    .slice(0, maxAccounts)
    .map((texts) => toAccount(texts, hashOf));
}

/** A telephone number, or what is masked as one. */
function isLine({ kind, value, place }: AccountText): boolean {
  return kind === 'masked' || (kind === 'number' && (place !== 'page' || /^\d{9,15}$/.test(value)));
}

function toAccount(texts: readonly AccountText[], hashOf: (text: string) => string): DraftAccount {
  return {
    text: texts.map(({ text }) => text).join(' · '),
    marks: texts.map(({ value, place, shape }) => ({ place, shape, hash: hashOf(value) })),
  };
}
