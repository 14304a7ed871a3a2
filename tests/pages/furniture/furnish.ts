import { type Random, randomFrom } from '../../bench/random.ts';
import type { PageCase, Surroundings } from '../page-case.ts';
import { comparison, frequentQuestion, offer, review } from './offer-blocks.ts';
import { cookieBanner, menuGroup, navigation, product, signedInHeader } from './shop-blocks.ts';
import { callTable, hydration, iconRow, usageTable } from './usage-blocks.ts';

/*
 * Real account pages are large: puts a page into what else stands on one. The same seed makes the same furniture, and
 * what is read later has other numbers in another order than what was pointed at.
 */

/** As many elements and texts stand around a page, at least. */
const leastNodes = { none: 0, shop: 2_000, offers: 10_000, usage: 10_000 } as const;
/** Where it matters most, and no more: each takes a browser half a second. */
const mostNodes = 40_000;
const inMostNodes = ['base', 'named', 'value', 'goneKeyReused', 'otherAccount'];

type Block = (random: Random) => string;

const blocks: Record<Exclude<Surroundings, 'none'>, readonly [Block, ...Block[]]> = {
  shop: [menuGroup, product, product],
  offers: [offer, offer, comparison, frequentQuestion, review, product, menuGroup],
  usage: [usageTable, usageTable, usageTable, callTable, iconRow, offer, frequentQuestion],
};

export function furnish(page: PageCase, surroundings: Surroundings): string {
  if (surroundings === 'none') return page.html;
  const isLater = page.variant !== page.pickedOn;
  const random = randomFrom(seedOf(`${page.base} ${surroundings} ${isLater}`));
  const pieces: string[] = [];
  const isLargest = surroundings === 'usage' && inMostNodes.includes(page.variant);
  for (let count = 0; count < (isLargest ? mostNodes : leastNodes[surroundings]); ) {
    const piece = random.pick(blocks[surroundings])(random);
    pieces.push(piece);
    count += nodesIn(piece);
  }
  const [before, after] = [pieces.slice(0, pieces.length / 3).join('\n'), pieces.slice(pieces.length / 3).join('\n')];
  const top = [cookieBanner, signedInHeader(accountOf(page)), navigation(headingsOf(page))].join('\n');
  return page.html
    .replace('<body>', () => `<body>${top}`)
    .replace('<main>', () => `<main>${before}`)
    .replace('</main>', () => `${after}</main>`)
    .replace('</body>', () => `${surroundings === 'usage' ? hydration(random) : ''}</body>`);
}

/** FNV-1a. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

function nodesIn(html: string): number {
  return (html.match(/<[a-z]/g)?.length ?? 0) + (html.match(/>[^<]+</g)?.length ?? 0);
}

const accounts = [
  ['<a href="/profile">cleo.m@mail.example</a>', '<a href="/profile">dan.oort@mail.example</a>'],
  ['<a href="/profile">Signed in as 0171 5550 123</a>', '<a href="/profile">Signed in as 0171 5550 987</a>'],
  ['<span>Customer no. 8830 1147 22</span>', '<span>Customer no. 8830 9051 64</span>'],
] as const;

/** Null: nobody is signed in, or the page says it nowhere. */
function accountOf({ base, variant }: PageCase): string | null {
  if (variant === 'signin' || variant === 'nobody') return null;
  const [own, other] = accounts[seedOf(base) % accounts.length] ?? accounts[0];
  return variant === 'otherAccount' ? other : own;
}

/** Sites link to their own blocks by the same words. */
function headingsOf({ html }: PageCase): string[] {
  return [...html.matchAll(/<h[2-4]>([^<]+)<\/h[2-4]>/g)].map(([, text = '']) => text);
}
