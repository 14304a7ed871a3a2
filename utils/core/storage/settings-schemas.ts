import * as v from 'valibot';
import type { CardPreference, CardPreferences } from '../accounts/card-preferences.ts';
import type { AlertState } from '../alerts/alert-state.ts';
import type { ChosenLanguage } from '../language/message-text.ts';
import { type AlertRules, defaultSettings, type Settings } from '../settings.ts';
import { bytes, count, instant, laterInstant, laterText, type Schema, text, texts } from './schema-parts.ts';

/* Schemas of what the user chose, and of the alerts sent by it. */

export const alerts: Schema<AlertState> = v.object({
  sent: texts,
  cycle: count,
  leftBytes: v.nullable(bytes),
  totalBytes: v.nullable(bytes),
  endsAt: v.nullable(instant),
  warnedEndsAt: laterInstant,
  deferredSince: laterInstant,
  snooze: v.optional(v.nullable(v.object({ until: v.nullable(instant), endsAt: v.nullable(instant) })), null),
});

const percents = v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(100)));
const amounts = v.array(
  v.object({ value: v.pipe(v.number(), v.gtValue(0), v.maxValue(9999)), unit: v.picklist(['MB', 'GB']) }),
);
const leadHours = v.array(v.pipe(v.number(), v.minValue(1), v.maxValue(24 * 30)));
const rules: Schema<AlertRules> = v.object({
  thresholds: percents,
  amounts,
  leadHours,
  risk: v.boolean(),
  lapse: v.boolean(),
  charge: v.optional(v.boolean(), defaultSettings.charge),
  lineEnd: v.optional(v.boolean(), defaultSettings.lineEnd),
  unstarted: v.optional(v.boolean(), defaultSettings.unstarted),
  dailyBudget: v.optional(v.boolean(), defaultSettings.dailyBudget),
});
const minuteOfDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60 - 1));
const quiet = v.object({ fromMinute: minuteOfDay, toMinute: minuteOfDay, exceptEmpty: v.boolean() });
/** Choices that came later have their default in what was saved before. */
export const settings: Schema<Settings> = v.object({
  pollIntervalMinutes: v.nullable(v.pipe(v.number(), v.minValue(5), v.maxValue(120))),
  thresholds: percents,
  amounts: v.optional(amounts, () => defaultSettings.amounts),
  leadHours: v.optional(leadHours, () => defaultSettings.leadHours),
  risk: v.optional(v.boolean(), defaultSettings.risk),
  lapse: v.optional(v.boolean(), defaultSettings.lapse),
  charge: v.optional(v.boolean(), defaultSettings.charge),
  lineEnd: v.optional(v.boolean(), defaultSettings.lineEnd),
  unstarted: v.optional(v.boolean(), defaultSettings.unstarted),
  dailyBudget: v.optional(v.boolean(), defaultSettings.dailyBudget),
  badgeNumber: v.boolean(),
  badgeShows: v.optional(v.picklist(['amount', 'percent', 'days', 'run-out']), defaultSettings.badgeShows),
  view: v.optional(v.picklist(['left', 'used']), defaultSettings.view),
  quiet: v.optional(v.nullable(quiet), null),
  language: laterText,
  theme: v.optional(v.picklist(['system', 'light', 'dark']), defaultSettings.theme),
  privacyMode: v.optional(v.boolean(), defaultSettings.privacyMode),
  isSynced: v.optional(v.boolean(), defaultSettings.isSynced),
});
export const chosenLanguage: Schema<ChosenLanguage> = v.object({ name: text, messages: v.record(text, text) });
export const preference: Schema<CardPreference> = v.object({
  name: v.nullable(text),
  isHidden: v.boolean(),
  isMuted: v.exactOptional(v.boolean()),
  rules: v.nullable(rules),
  neededUntil: laterInstant,
});
export const preferences: Schema<CardPreferences> = v.object({
  order: texts,
  pinned: v.nullable(text),
  byCard: v.record(text, preference),
});
