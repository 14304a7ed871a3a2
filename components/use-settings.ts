import { useEffect, useState } from 'preact/hooks';
import { send } from '../utils/browser/messages.ts';
import { hasNotifications, watchPermissions } from '../utils/browser/permissions.ts';
import { keys, storedValue } from '../utils/browser/state.ts';
import { getStored, watchStored } from '../utils/browser/storage.ts';
import type { Index } from '../utils/core/account.ts';
import { defaultSettings, type Settings } from '../utils/core/settings.ts';

export type SettingsFacts = { settings: Settings; accounts: Index['accounts']; canWarn: boolean };

export async function loadSettings(): Promise<SettingsFacts> {
  const [values, canWarn] = await Promise.all([getStored([keys.index.name, keys.settings.name]), hasNotifications()]);
  return {
    settings: storedValue(values, keys.settings) ?? defaultSettings,
    accounts: storedValue(values, keys.index)?.accounts ?? [],
    canWarn,
  };
}

/** The settings as they are saved, and how to change some of them. */
export function useSettings(first: SettingsFacts) {
  const [facts, setFacts] = useState(first);
  useEffect(() => {
    const load = () => void loadSettings().then(setFacts);
    const stops = [watchStored(load), watchPermissions(load)];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  const change = (some: Partial<Settings>) => {
    const settings = { ...facts.settings, ...some };
    setFacts({ ...facts, settings });
    void send('saveSettings', { settings });
  };
  return { ...facts, change };
}
