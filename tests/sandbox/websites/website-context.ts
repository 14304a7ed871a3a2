import type { DatabaseSync } from 'node:sqlite';
import { BRANDS, type Brand } from './brands.ts';
import { deductSteadyUse } from './data/subscribers.ts';
import { creditDueTopUps } from './data/top-ups.ts';
import type { FailureStatus, Language, WebsiteOptions } from './types.ts';
import { wordsOf } from './words/languages.ts';
import type { Words } from './words/words.ts';

/** What comes instead of the account page. */
export type Obstacle =
  | { kind: 'failure'; status: FailureStatus; retryAfter: string | null }
  | { kind: 'challenge'; status: 200 | 403 };

/** Can be changed while the site runs. */
export type WebsiteSettings = {
  language: Language;
  isRedesigned: boolean;
  obstacle: Obstacle | null;
  weightBytes: number;
};

/** The state that all routes of one site share. */
export type WebsiteContext = {
  readonly db: DatabaseSync;
  readonly options: WebsiteOptions;
  readonly brand: Brand;
  readonly settings: WebsiteSettings;
};

export function createWebsiteContext(db: DatabaseSync, options: WebsiteOptions): WebsiteContext {
  return { db, options, brand: BRANDS[options.kind], settings: settingsFrom(options) };
}

export function settingsFrom({ language = 'en' }: WebsiteOptions): WebsiteSettings {
  return { language, isRedesigned: false, obstacle: null, weightBytes: 0 };
}

export function siteWords(context: WebsiteContext): Words {
  return wordsOf(context.settings.language);
}

/** Carries out what time has brought: steady use, and credits that are due. */
export function applyDueChanges({ db }: WebsiteContext): void {
  const now = Date.now();
  deductSteadyUse(db, now);
  creditDueTopUps(db, now);
}
