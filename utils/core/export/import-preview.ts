import type { Settings } from '../settings.ts';
import { canonicalText } from '../values/canonical-text.ts';
import { keyOfHandKept, type SettingsFile } from './settings-file.ts';

/** Where on the settings page a choice is made. */
type SettingsPart = 'toolbar' | 'alerts' | 'checks' | 'look' | 'privacy';

/** What a file would change, before it does. `added`, `replaced`: names of cards kept by hand. */
export type ImportPreview = { parts: SettingsPart[]; added: string[]; replaced: string[] };

/** All that is not named is about alerts. */
const partOf: Partial<Record<keyof Settings, SettingsPart>> = {
  badgeNumber: 'toolbar',
  badgeShows: 'toolbar',
  view: 'toolbar',
  pollIntervalMinutes: 'checks',
  language: 'look',
  theme: 'look',
  privacyMode: 'privacy',
};

export function previewImport(file: SettingsFile, current: SettingsFile): ImportPreview {
  const settings = settingsAfterImport(file.settings, current.settings);
  const names = Object.keys(settings) as (keyof Settings)[];
  const changed = names.filter((name) => !isSame(settings[name], current.settings[name]));
  const currentCards = new Map(current.cards.map((card) => [keyOfHandKept(card), card]));
  const isKnown = (card: SettingsFile['cards'][number]) => currentCards.has(keyOfHandKept(card));
  const others = file.cards.filter((card) => !isSame(card, currentCards.get(keyOfHandKept(card))));
  return {
    parts: [...new Set(changed.map((name) => partOf[name] ?? 'alerts'))],
    added: others.filter((card) => !isKnown(card)).map(({ name }) => name),
    replaced: others.filter(isKnown).map(({ name }) => name),
  };
}

/** Whether anything leaves this computer is chosen on it, and by no file. */
export function settingsAfterImport(file: Settings, { isSynced }: Settings): Settings {
  return { ...file, isSynced };
}

export function changesNothing({ parts, added, replaced }: ImportPreview): boolean {
  return parts.length + added.length + replaced.length === 0;
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalText(a) === canonicalText(b);
}
