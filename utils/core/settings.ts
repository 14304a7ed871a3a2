import type { DisplayMode } from './usage/card-balance.ts';
import type { TypedAmount } from './values/bytes.ts';

/**
 * When to send alerts about a card. `thresholds`: percent left, 0 is "nothing left"; `amounts`: the same in MB or GB;
 * `leadHours`: hours before it expires; `risk`: it will run out before it expires; `lapse`: much data will expire
 * unused; `charge`: the day before the seller renews it automatically; `lineEnd`, `unstarted`: a week and a day
 * before the SIM ends without a top-up, or a plan is lost that has not begun; `dailyBudget`: as much is used as one day
 * may take for the data to last.
 */
export type AlertRules = {
  thresholds: number[];
  amounts: TypedAmount[];
  leadHours: number[];
  risk: boolean;
  lapse: boolean;
  charge: boolean;
  lineEnd: boolean;
  unstarted: boolean;
  dailyBudget: boolean;
};

/**
 * Minutes after midnight, local time; may span midnight. `exceptEmpty`: the alert for "nothing left" is sent anyway.
 */
export type QuietHours = { fromMinute: number; toMinute: number; exceptEmpty: boolean };

export type Theme = 'system' | 'light' | 'dark';

/** The colour scheme of a page, in CSS. */
export const colourSchemes: Record<Theme, string> = { system: '', light: 'light', dark: 'dark' };

export type BadgeShows = 'amount' | 'percent' | 'days' | 'run-out';

/** The user's settings. The alert rules apply to every card without rules of its own. */
export type Settings = AlertRules & {
  /** Between checks; null: as needed. */
  pollIntervalMinutes: number | null;
  badgeNumber: boolean;
  badgeShows: BadgeShows;
  view: DisplayMode;
  quiet: QuietHours | null;
  /** The name of a shipped locale, such as zh_CN; null: that of the browser */
  language: string | null;
  theme: Theme;
  /** Amounts and names are hidden, for when others see the screen. */
  privacyMode: boolean;
  /** Names, rules and cards kept by hand go to the user's other browsers. */
  isSynced: boolean;
};

export const defaultSettings: Settings = {
  pollIntervalMinutes: null,
  thresholds: [20, 10, 0],
  amounts: [],
  leadHours: [72, 24],
  risk: true,
  lapse: true,
  charge: true,
  lineEnd: true,
  unstarted: true,
  dailyBudget: false,
  badgeNumber: true,
  badgeShows: 'amount',
  view: 'left',
  quiet: null,
  language: null,
  theme: 'system',
  privacyMode: false,
  isSynced: false,
};

export const pollIntervalChoices = [5, 15, 30, 60, 120] as const;
export const thresholdChoices = [50, 30, 20, 10, 5, 0] as const;
export const leadChoices = [168, 72, 24, 6, 1] as const;
export const themeChoices = ['system', 'light', 'dark'] as const satisfies readonly Theme[];
export const badgeChoices = ['amount', 'percent', 'days', 'run-out'] as const satisfies readonly BadgeShows[];
/** With more custom amounts than this, alerts would come all the time. */
export const maxAmounts = 6;

/** The rules alone, of settings or of a card. */
export function alertRulesOf(rules: AlertRules): AlertRules {
  const { thresholds, amounts, leadHours, risk, lapse, charge, lineEnd, unstarted, dailyBudget } = rules;
  return { thresholds, amounts, leadHours, risk, lapse, charge, lineEnd, unstarted, dailyBudget };
}
