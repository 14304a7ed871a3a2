import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../../../utils/browser/messages.ts';
import { hasNotifications, notificationLevel, watchPermissions } from '../../../utils/browser/permissions.ts';
import { getStored, watchStored } from '../../../utils/browser/storage.ts';
import { keys, storedValue } from '../../../utils/browser/storage-keys.ts';
import type { AccountIndex } from '../../../utils/core/accounts/account-index.ts';
import {
  type CardPreference,
  type CardPreferences,
  defaultPreferences,
  preferenceOf,
  withPinned,
  withPreference,
} from '../../../utils/core/accounts/card-preferences.ts';
import { type Settings, withSettingsDefaults } from '../../../utils/core/settings.ts';
import { type CardId, formatCardId } from '../../../utils/core/usage/card-id.ts';

export type SettingsFacts = {
  settings: Settings;
  accounts: AccountIndex['accounts'];
  preferences: CardPreferences;
  canWarn: boolean;
  level: 'granted' | 'denied' | null;
};

/** What is new of `T`, made from the latest: two quick changes do not lose each other. */
export type Change<T> = (someOf: (latest: T) => Partial<T>) => void;
export type SaveCardPreference = (card: CardId, someOf: (latest: CardPreference) => Partial<CardPreference>) => void;

export async function loadSettings(): Promise<SettingsFacts> {
  const names = [keys.index.name, keys.settings.name, keys.preferences.name];
  const [values, canWarn, level] = await Promise.all([getStored(names), hasNotifications(), notificationLevel()]);
  return {
    settings: withSettingsDefaults(storedValue(values, keys.settings)),
    accounts: storedValue(values, keys.index)?.accounts ?? [],
    preferences: storedValue(values, keys.preferences) ?? defaultPreferences,
    canWarn,
    level,
  };
}

/** The settings as they are saved, how to change some of them, and whether the last change could not be saved. */
export function useSettings(first: SettingsFacts) {
  const [facts, setFacts] = useState(first);
  const [hasFailed, setFailed] = useState(false);
  const latest = useRef(first);
  const saving = useRef({ changes: 0, underWay: 0, isOld: false });
  const show = (next: SettingsFacts) => {
    latest.current = next;
    setFacts(next);
  };
  // What was read before a change was saved is older than what is shown.
  const load = async () => {
    const { changes } = saving.current;
    const loaded = await loadSettings();
    const isOld = saving.current.underWay > 0 || changes !== saving.current.changes;
    const { settings, preferences } = latest.current;
    show(isOld ? { ...loaded, settings, preferences } : loaded);
    if (isOld) loadLater();
  };
  const loadLater = () => {
    saving.current.isOld = saving.current.underWay > 0;
    if (!saving.current.isOld) void load();
  };
  useEffect(() => {
    const reload = () => void load();
    // The browser tells of no change of its notification level: it is looked up when the person comes back.
    window.addEventListener('focus', reload);
    const stops = [watchStored(reload), watchPermissions(reload)];
    return () => {
      window.removeEventListener('focus', reload);
      for (const stop of stops) stop();
    };
  }, []);

  const save = async (next: Partial<SettingsFacts>, sent: () => Promise<unknown>) => {
    show({ ...latest.current, ...next });
    saving.current.changes += 1;
    saving.current.underWay += 1;
    const hasSaved = await sent().then(
      () => true,
      () => false,
    );
    setFailed(!hasSaved);
    saving.current.underWay -= 1;
    if (!hasSaved || saving.current.isOld) loadLater();
  };
  const change: Change<Settings> = (someOf) => {
    const settings = { ...latest.current.settings, ...someOf(latest.current.settings) };
    void save({ settings }, () => send('saveSettings', { settings }));
  };
  const changeCard: SaveCardPreference = (card, someOf) => {
    const { preferences } = latest.current;
    const preference = someOf(preferenceOf(preferences, formatCardId(card)));
    void save({ preferences: withPreference(preferences, card, preference) }, () =>
      send('savePreference', { card, preference }),
    );
  };
  const pinCard = (card: CardId | null) =>
    void save({ preferences: withPinned(latest.current.preferences, card) }, () => send('pinCard', { card }));
  const orderCards = (order: string[]) =>
    void save({ preferences: { ...latest.current.preferences, order } }, () => send('reorderCards', { order }));
  return { ...facts, hasFailed, change, changeCard, pinCard, orderCards };
}
