import type { ServerIdentity } from '../http/certificate.ts';
import type { RequestEntry } from '../types.ts';

/** `script-drawn`: the account page comes empty, and a script of it fetches the figures and draws them. */
export type WebsiteKind = 'rendered' | 'script-drawn';
export type Language = 'en' | 'de' | 'id' | 'zh';
export type UserName = 'anna' | 'ben';
export type FailureStatus = 403 | 429 | 503;

export type WebsiteOptions = {
  kind: WebsiteKind;
  /** A file path; `:memory:` by default. An existing file keeps its rows. */
  database?: string;
  /** 0 (the default): any free port. */
  ports?: { site?: number; console?: number };
  /** All of it is served over TLS. */
  identity?: ServerIdentity;
  /** Answers are packed (gzip). */
  packsAnswers?: boolean;
  /** `en` by default. */
  language?: Language;
  /** What the account page shows to who is signed out: the way to the sign-in page (the default), or its form. */
  signedOutAs?: 'redirect' | 'form';
  /** From payment to credit; 1500 by default. */
  creditDelayMs?: number | 'never';
  /** How long `/account/data` takes; 0 by default. */
  dataDelayMs?: number;
  /** The end of both users' plans; in twelve days by default. */
  expiresAt?: number;
};

/** One request to the site, logged on arrival. */
export type WebsiteRequest = RequestEntry & {
  /** A cookie of the site came along, whether it is of a live session or not. */
  readonly hasCookie: boolean;
  /** Sec-Fetch-Site, -Mode and -Dest; null: not sent. */
  readonly fetchSite: string | null;
  readonly fetchMode: string | null;
  readonly fetchDest: string | null;
};

export type WebsiteControls = {
  /** What is left to a user now. The user is anna where none is named, here and below. */
  left(user?: UserName): number;
  use(bytes: number, user?: UserName): void;
  setLeft(bytes: number, user?: UserName): void;
  /** 0: no usage. */
  useSteadily(bytesPerSecond: number, user?: UserName): void;
  setUnlimited(on: boolean, user?: UserName): void;
  /** Credits all that is paid for now. */
  creditNow(): void;

  /** Another design of the account page: other words, order and markup about the same figures. */
  redesign(): void;
  restoreDesign(): void;
  setLanguage(language: Language): void;
  signEveryoneOut(): void;
  /** The account page and its data answer with this status until `null`. `retryAfter`: seconds or an HTTP date. */
  fail(status: FailureStatus | null, retryAfter?: string): void;
  /** Instead of the account page comes one that wants a human proven. */
  challenge(on: boolean, status?: 200 | 403): void;
  /** The account page is as large as this, if it was smaller; 0: as it is. */
  setWeight(bytes: number): void;
  /** Restores the seed: figures, orders, settings. Sessions and the log stay. */
  reset(): void;
};

export type Website = WebsiteControls & {
  readonly url: string;
  readonly accountUrl: string;
  readonly topUpUrl: string;
  readonly consoleUrl: string;
  /** All requests to the site, not to its console. */
  requests(): readonly WebsiteRequest[];
  /** The next request to this path that finishes after this call. */
  nextRequest(path: string): Promise<RequestEntry>;
  close(): Promise<void>;
};
