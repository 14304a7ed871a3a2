import { keys } from '../../../utils/browser/storage-keys.ts';
import { defaultPreferences } from '../../../utils/core/accounts/card-preferences.ts';
import { defaultSettings, type Settings, toPollIntervalMs } from '../../../utils/core/settings.ts';
import { changeOf, read, readIndex, update, updateAll, write } from '../state/state-store.ts';

export async function saveSettings(settings: Settings): Promise<void> {
  const before = (await read(keys.settings)) ?? defaultSettings;
  // In one step: nothing is compared with how it was before it was turned off, even if the worker ends in between.
  const forgotten = settings.isSynced ? [] : [changeOf(keys.synced, null)];
  await updateAll([], () => [changeOf(keys.settings, settings), ...forgotten]);
  if (before.pollIntervalMinutes !== settings.pollIntervalMinutes)
    await rescheduleChecks(toPollIntervalMs(settings) - toPollIntervalMs(before));
}

/** All choices as they came, with the names, order and rules of cards. Accounts and figures stay. */
export async function resetSettings(): Promise<void> {
  await saveSettings(defaultSettings);
  await write(keys.preferences, defaultPreferences);
}

/** A new poll interval counts from the last check, for accounts that are checked by it. */
async function rescheduleChecks(byMs: number): Promise<void> {
  for (const { id } of (await readIndex()).accounts) {
    await update(keys.check(id), (check) =>
      check?.reason === 'poll-interval' ? { ...check, nextCheckAt: check.nextCheckAt + byMs } : check,
    );
  }
}
