import { parseOrigin } from '../values/urls.ts';
import type { KnownSeller } from './known-sellers.ts';

/* Which seller somebody means by a name, in any script, or by an address. */

/** Of scripts that set no spaces a word may begin anywhere. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const letter = /[\p{L}\p{N}]/u;

/** Without letter case, accents and the width of letters, and with single spaces. */
export function foldName(text: string): string {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFKC').toLowerCase();
  return folded.trim().replace(/\s+/g, ' ');
}

/** Whether a name, or a word in it, begins with what was typed; both folded. */
export function hasWordFrom(name: string, typed: string): boolean {
  for (let at = name.indexOf(typed); at >= 0; at = name.indexOf(typed, at + 1)) {
    if (at === 0 || spaceless.test(typed) || !letter.test(name[at - 1] ?? '')) return true;
  }
  return false;
}

/** The sellers that a typed name or address may mean: first those of that name. */
export function findSellers(sellers: readonly KnownSeller[], typed: string): KnownSeller[] {
  const text = foldName(typed);
  if (text === '') return [];
  const origin = parseOrigin(typed);
  const domain = origin && registeredDomain(origin);
  const found = sellers.flatMap((seller) => {
    const names = namesOf(seller);
    const isMeant = names.some((name) => hasWordFrom(name, text)) || domain === registeredDomain(seller.home);
    return isMeant ? [{ seller, rank: names.includes(text) ? 0 : isSellerNamed(seller, typed) ? 1 : 2 }] : [];
  });
  return found.sort((a, b) => a.rank - b.rank).map(({ seller }) => seller);
}

/** Whether this is one of the seller's names, with a country behind it or not. */
export function isSellerNamed(seller: KnownSeller, typed: string): boolean {
  const text = foldName(typed);
  return namesOf(seller).some((name) => name.startsWith(text) && !letter.test(name[text.length] ?? ''));
}

function namesOf({ name, aliases }: KnownSeller): string[] {
  return [name, ...aliases].map(foldName);
}

/** Names of countries' domains under which others register theirs, as far as the sellers of the list have some. */
const sharedDomain = /^(ac|co|com|edu|go|gov|ne|net|or|org)\.[a-z]{2}$/;

/** The part of a host's name that somebody has registered: "holafly.com" of "esim.holafly.com". */
function registeredDomain(origin: string): string {
  const labels = new URL(origin).hostname.split('.');
  const lastTwo = labels.slice(-2).join('.');
  return sharedDomain.test(lastTwo) ? labels.slice(-3).join('.') : lastTwo;
}
