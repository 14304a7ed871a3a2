import type { OwnPlan } from '../manual/manual-plan.ts';
import type { ByteUnit } from '../values/bytes.ts';
import { minuteMs } from '../values/time.ts';

/** Whose count a figure is: the network's, a hotspot's own, or what the person entered. */
export type CountedBy = 'carrier' | 'router' | 'person';

/** A seller as its discovery, its provider or the person describes it. No secrets: the popup may read all of it. */
export type Seller = {
  providerId: string;
  /** Where it answers: of the address the person typed, or the provider's own. Empty: nowhere, all is entered. */
  origin: string;
  name: string;
  byteUnit: ByteUnit;
  /** The only origins a checkout or receipt page may have. */
  checkoutOrigins: string[];
  accountUrl: string | null;
  support: { url: string | null; email: string | null; phone: string | null };
  /** How late its figures usually are; null if it does not say. */
  dataDelayMs: number | null;
  /** How long a paid plan usually takes to arrive. */
  creditMs: number;
  /** Ways to sign in at a seller found by its address. */
  signIn: boolean;
  cardToken: boolean;
  countedBy: CountedBy;
  /** What the person entered of the plan, where that is all there is. */
  own: OwnPlan | null;
  /** Addresses only the adapter understands, by its own names. */
  endpoints: Record<string, string>;
};

/** A seller of which nothing is known but who it is. */
export function blankSeller(providerId: string, name: string): Seller {
  return {
    providerId,
    origin: '',
    name,
    byteUnit: 1000,
    checkoutOrigins: [],
    accountUrl: null,
    support: { url: null, email: null, phone: null },
    dataDelayMs: null,
    creditMs: 5 * minuteMs,
    signIn: false,
    cardToken: false,
    countedBy: 'carrier',
    own: null,
    endpoints: {},
  };
}

/** An account as a page may show it, of an older version too: what sellers have learnt to say since has its default. */
export function accountFrom(saved: Account | null): Account | null {
  if (saved === null) return null;
  const newer = { countedBy: 'carrier', own: null } satisfies Partial<Seller>;
  return { ...saved, seller: { ...newer, ...saved.seller } };
}

/** `accountKey` stands for the account at its seller; null until the first answer, or where the seller has none. */
export type Account = { id: string; seller: Seller; accountKey: string | null; addedAt: number };

/** What may never leave the background. */
export type Credentials = { kind: 'refresh-token'; token: string } | { kind: 'card-token'; token: string };

/** `expiresAt` and `lifeMs` by our clock; null where the seller did not say. */
export type Access = { token: string; expiresAt: number | null; lifeMs: number | null };

/** `number`: as the seller masks it; it tells cards of one title apart. */
export type IndexedCard = { key: string; title: string; number?: string | null };

/**
 * All accounts and their cards in the sellers' order. `shown`: the card the toolbar was last painted for, so that the
 * popup opens on the number that was clicked. `asked`: the card of a clicked alert, for the popup that opens next.
 */
export type Index = {
  /** `hasSignIn` false: by entries alone; absent, as in older ones, there is one to end. */
  accounts: { id: string; name: string; hasSignIn?: boolean; cards: IndexedCard[] }[];
  shown: CardId | null;
  asked: { card: CardId; at: number } | null;
};

export type CardId = { accountId: string; cardKey: string };

export function isSameCard(a: CardId | null, b: CardId | null): boolean {
  return a?.accountId === b?.accountId && a?.cardKey === b?.cardKey;
}

const askedForMs = 60_000;

/** The card to open on: that of an alert clicked just now, else the toolbar's, else the first there is. */
export function openingCardOf(index: Index, now: number): CardId | null {
  const all = index.accounts.flatMap(({ id, cards }) => cards.map(({ key }) => ({ accountId: id, cardKey: key })));
  const asked = index.asked && Math.abs(now - index.asked.at) < askedForMs ? index.asked.card : null;
  const find = (wanted: CardId | null) => all.find((card) => isSameCard(card, wanted));
  return find(asked) ?? find(index.shown) ?? all[0] ?? null;
}

/** One text for a card, for storage keys, notification ids and `popup.html?card=`. */
export function cardIdText({ accountId, cardKey }: CardId): string {
  return `${accountId}/${encodeURIComponent(cardKey)}`;
}

export function cardIdOf(text: string): CardId | null {
  const slash = text.indexOf('/');
  if (slash < 1) return null;
  try {
    return { accountId: text.slice(0, slash), cardKey: decodeURIComponent(text.slice(slash + 1)) };
  } catch {
    return null;
  }
}

/** The match pattern that lets us read an origin: ports cannot be told apart in all browsers, so they are left out. */
export function patternFor(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** What must be readable before anything is asked of a seller: where its API and its sign-in are, else its own origin. */
export function patternsOf({ origin, endpoints }: Seller): string[] {
  const named = [endpoints.apiBase, endpoints.issuer, endpoints.offersUrl].filter((url) => url !== undefined);
  const urls = named.length > 0 ? named : origin === '' ? [] : [origin];
  return [...new Set(urls.map(patternFor))];
}

/** https, or plain http on this very computer. */
export function isSafeUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}

/** Only the origin of what was typed counts; without a scheme it means https. Null: not an address we may ask. */
export function originOf(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  return isSafeUrl(url) ? new URL(url).origin : null;
}

/** An address of one's own network, where hotspots are: private by RFC 1918, a name without a domain, this computer. */
export function isHotspotOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  if (!['http:', 'https:'].includes(protocol)) return false;
  const isOwn = /^(192\.168|10\.\d+|172\.(1[6-9]|2\d|3[01])|127\.0)\.\d+\.\d+$/.test(hostname);
  return isOwn || /^[a-z0-9-]+(\.(local|lan|home|hotspot))?$/i.test(hostname);
}

/** Whether a checkout or receipt page may be opened: a safe address on an origin the seller listed. */
export function isListed(url: string, checkoutOrigins: readonly string[]): boolean {
  return isSafeUrl(url) && checkoutOrigins.includes(new URL(url).origin);
}
