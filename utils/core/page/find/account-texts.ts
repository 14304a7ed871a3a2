import { closest, type PageNode } from '../page-tree.ts';
import type { AccountPlace } from '../recipe.ts';
import { isGreeting } from '../text/meaning.ts';
import { identifiersIn, normalText } from '../text/normal-text.ts';
import type { PageView } from './page-view.ts';
import { maxLineLength, tailShape } from './shapes.ts';

/** A text that may tell whose page it is. `value`: as it is compared; `shape`: of the text it stands in. */
export type AccountText = {
  text: string;
  value: string;
  kind: 'email' | 'number' | 'masked' | 'name';
  place: AccountPlace;
  shape: string;
  /** Which of the page's runs it stands in. */
  runIndex: number;
};

const maxAccountTexts = 200;

const known = new WeakMap<PageView, Map<AccountPlace | null, AccountText[]>>();

/**
 * E-mail addresses, numbers and greeted names, where they are not the seller's own; looked for once on a page. `place`:
 * only those of the header, which is little work.
 */
export function accountTextsOf(view: PageView, place: AccountPlace | null = null): readonly AccountText[] {
  const ofView = known.get(view) ?? new Map<AccountPlace | null, AccountText[]>();
  known.set(view, ofView);
  const found = ofView.get(place) ?? findAccountTexts(view, place);
  ofView.set(place, found);
  return found;
}

function findAccountTexts({ tree, page }: PageView, place: AccountPlace | null): AccountText[] {
  const site = URL.canParse(tree.url) ? new URL(tree.url).hostname : '';
  const found: AccountText[] = [];
  for (const [runIndex, { text, block, parts }] of page.runs.entries()) {
    if (found.length >= maxAccountTexts) break;
    if (text.length > maxLineLength || !(isAddressed(text) || isGreeting(text))) continue;
    const start = parts[0]?.node ?? block;
    const where = isWithin(start, header) ? 'header' : 'page';
    const isSought = place !== 'header' || where === 'header' || isGreeting(text);
    if (!isSought || isWithin(start, sellers) || isContact(start)) continue;
    for (const entry of textsIn(text, site, tree.title)) {
      const isName = entry.kind === 'name';
      found.push({
        ...entry,
        place: isName ? 'header' : where,
        shape: isName ? '' : tailShape(text),
        runIndex,
      });
    }
  }
  return found;
}

function isAddressed(text: string): boolean {
  return /\p{Nd}|@/u.test(text);
}

type Named = Pick<AccountText, 'text' | 'value' | 'kind'>;

function textsIn(text: string, site: string, title: string): Named[] {
  const named = identifiersIn(text)
    .filter(({ kind, text: value }) => kind !== 'email' || !isOfSite(value, site))
    .map(({ text: value, kind, start, end }): Named => ({ text: text.slice(start, end), value, kind }));
  const name = named.length === 0 ? greetedName(text, site, title) : null;
  return name === null ? named : [{ text: name, value: normalText(name), kind: 'name' }];
}

/** help@carrier.example on my.carrier.example. */
function isOfSite(email: string, site: string): boolean {
  const domain = email.slice(email.indexOf('@') + 1);
  return site === domain || site.endsWith(`.${domain}`);
}

const lower = /^\p{Ll}/u;

/** "Hello, Anna Meier": all that follows the greeting, whatever the time of the day. */
function greetedName(text: string, site: string, title: string): string | null {
  if (text.length > 80 || !isGreeting(text)) return null;
  const words = text.split(/[\s,，、!！:：。.]+/).filter((word) => word !== '');
  const greeting = words.findIndex((_, index) => isGreeting(words.slice(0, index + 1).join(' ')));
  const rest = words.slice(greeting + 1);
  // "Welcome back": one word that belongs to the greeting.
  const name = lower.test(rest[0] ?? '') && rest.length > 1 ? rest.slice(1) : rest;
  const isOfPage = name.some(
    (word) => word.length > 2 && `${site} ${title}`.toLowerCase().includes(word.toLowerCase()),
  );
  const isName = name.length > 0 && name.length <= 4 && !name.some((word) => lower.test(word) || /\p{Nd}/u.test(word));
  return isName && !isOfPage ? name.join(' ') : null;
}

const header = { tags: new Set(['header', 'nav', 'aside']), roles: new Set(['banner', 'navigation']) };
const sellers = { tags: new Set(['footer', 'address']), roles: new Set(['contentinfo']) };

function isWithin(start: PageNode, { tags, roles }: typeof header): boolean {
  return closest(start, (node) => tags.has(node.tag) || roles.has(node.attributes.role ?? '')) !== null;
}

/** A link that calls somebody, or writes to them. */
function isContact(start: PageNode): boolean {
  return closest(start, ({ attributes }) => /^(tel|mailto):/i.test(attributes.href ?? '')) !== null;
}
