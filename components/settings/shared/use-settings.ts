import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../../../utils/browser/messages.ts';
import { hasNotifications, notificationLevel, watchPermissions } from '../../../utils/browser/permissions.ts';
import { watchStored } from '../../../utils/browser/storage.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import type { AccountIndex } from '../../../utils/core/accounts/account-index.ts';
import {
  type CardPreference,
  type CardPreferences,
  defaultPreferences,
  preferenceOf,
  withPinned,
  withPreference,
} from '../../../utils/core/accounts/card-preferences.ts';
import type { CheckState } from '../../../utils/core/polling/check-schedule.ts';
import { defaultSettings, type Settings } from '../../../utils/core/settings.ts';
import type { UnreadValue } from '../../../utils/core/storage/unread-values.ts';
import { type CardId, formatCardId } from '../../../utils/core/usage/card-id.ts';
import { useThrow } from '../../hooks/use-throw.ts';
import { readForPage } from '../../page/read-for-page.ts';
import { readChecked } from '../../page/stored-readers.ts';

/** The stored state the settings page shows. */
export type SettingsState = {
  settings: Settings;
  accounts: AccountIndex['accounts'];
  /** Of each account. */
  checks: Record<string, CheckState>;
  preferences: CardPreferences;
  canWarn: boolean;
  level: 'granted' | 'denied' | null;
  unread: UnreadValue[];
};

/** Changes part of a `T`, computed from the latest value, so that two quick changes do not overwrite each other. */
export type Change<T> = (update: (latest: T) => Partial<T>) => void;
export type SaveCardPreference = (card: CardId, update: (latest: CardPreference) => Partial<CardPreference>) => void;

export async function loadSettings(): Promise<SettingsState> {
  const wanted = [keys.index, keys.settings, keys.preferences, keys.unread];
  const [valueAt, canWarn, level] = await Promise.all([readForPage(wanted), hasNotifications(), notificationLevel()]);
  const accounts = valueAt(keys.index)?.accounts ?? [];
  return {
    settings: valueAt(keys.settings) ?? defaultSettings,
    accounts,
    checks: await loadChecks(accounts),
    preferences: valueAt(keys.preferences) ?? defaultPreferences,
    canWarn,
    level,
    unread: valueAt(keys.unread) ?? [],
  };
}

async function loadChecks(accounts: AccountIndex['accounts']): Promise<SettingsState['checks']> {
  const valueAt = await readChecked(accounts.map(({ id }) => keys.check(id)));
  const checks = accounts.map(({ id }) => [id, valueAt(keys.check(id))] as const);
  return Object.fromEntries(checks.flatMap(([id, check]) => (check ? [[id, check]] : [])));
}

/** The stored settings, how to change them, and whether saving the last change failed. */
export function useSettings(first: SettingsState) {
  const [state, setState] = useState(first);
  const fail = useThrow();
  const [hasFailed, setFailed] = useState(false);
  const latest = useRef(first);
  const saving = useRef({ changes: 0, pending: 0, needsReload: false });
  const show = (next: SettingsState) => {
    latest.current = next;
    setState(next);
  };
  // A state read before a change was saved is older than the one shown.
  const load = async () => {
    const { changes } = saving.current;
    const loaded = await loadSettings();
    const isOutdated = saving.current.pending > 0 || changes !== saving.current.changes;
    const { settings, preferences } = latest.current;
    show(isOutdated ? { ...loaded, settings, preferences } : loaded);
    if (isOutdated) loadWhenSaved();
  };
  const loadWhenSaved = () => {
    saving.current.needsReload = saving.current.pending > 0;
    if (!saving.current.needsReload) load().catch(fail);
  };
  useEffect(() => {
    const reload = () => void load().catch(fail);
    // There is no event for the notification level: read it again when the user comes back to the page.
    window.addEventListener('focus', reload);
    const stops = [watchStored(reload), watchPermissions(reload)];
    return () => {
      window.removeEventListener('focus', reload);
      for (const stop of stops) stop();
    };
  }, []);

  const save = async (next: Partial<SettingsState>, sendChange: () => Promise<unknown>) => {
    show({ ...latest.current, ...next });
    saving.current.changes += 1;
    saving.current.pending += 1;
    const isSaved = await sendChange().then(
      () => true,
      () => false,
    );
    setFailed(!isSaved);
    saving.current.pending -= 1;
    if (!isSaved || saving.current.needsReload) loadWhenSaved();
  };
  const change: Change<Settings> = (update) => {
    const settings = { ...latest.current.settings, ...update(latest.current.settings) };
    void save({ settings }, () => send('saveSettings', { settings }));
  };
  const changeCard: SaveCardPreference = (card, update) => {
    const { preferences } = latest.current;
    const preference = update(preferenceOf(preferences, formatCardId(card)));
    void save({ preferences: withPreference(preferences, card, preference) }, () =>
      send('savePreference', { card, preference }),
    );
  };
  const pinCard = (card: CardId | null) =>
    void save({ preferences: withPinned(latest.current.preferences, card) }, () => send('pinCard', { card }));
  const orderCards = (order: string[]) =>
    void save({ preferences: { ...latest.current.preferences, order } }, () => send('reorderCards', { order }));
  return { ...state, hasFailed, change, changeCard, pinCard, orderCards };
}
