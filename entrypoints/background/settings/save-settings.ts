import { keys } from '../../../utils/browser/storage-keys.ts';
import { defaultPreferences } from '../../../utils/core/accounts/card-preferences.ts';
import { checkIntervalMs } from '../../../utils/core/polling/check-interval.ts';
import { defaultSettings, type Settings } from '../../../utils/core/settings.ts';
import { changeOf, read, readIndex, update, updateAll, write } from '../state/state-store.ts';

export async function saveSettings(settings: Settings): Promise<void> {
  const before = (await read(keys.settings)) ?? defaultSettings;
  // In one step: nothing is compared with how it was before it was turned off, even if the worker ends in between.
  const forgotten = settings.isSynced ? [] : [changeOf(keys.synced, null)];
  await updateAll([], () => [changeOf(keys.settings, settings), ...forgotten]);
  if (before.pollIntervalMinutes !== settings.pollIntervalMinutes) await rescheduleChecks(before, settings);
}

/** All choices as they came, with the names, order and rules of cards. Accounts and figures stay. */
export async function resetSettings(): Promise<void> {
  await saveSettings(defaultSettings);
  await write(keys.preferences, defaultPreferences);
}

/** A new interval counts from the last check, for accounts that are checked by it. */
async function rescheduleChecks(before: Settings, after: Settings): Promise<void> {
  for (const { id } of (await readIndex()).accounts) {
    await update(keys.check(id), (check) => {
      if (check?.reason !== 'poll-interval') return check;
      const byMs = checkIntervalMs(after, check) - checkIntervalMs(before, check);
      return { ...check, nextCheckAt: check.nextCheckAt + byMs };
    });
  }
}
