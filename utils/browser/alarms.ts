import { browser } from './browser.ts';

/** What comes next is set by this one alarm. */
export const alarmName = 'wake';

/**
 * Set before a piece of work and cleared once `alarmName` is set after it: whatever becomes of the work, the background
 * is woken again. Needs no storage.
 */
export const fallbackAlarmName = 'wake-again';

export async function setAlarm(at: number): Promise<void> {
  await browser.alarms.create(alarmName, { when: at });
}

export async function hasAlarm(): Promise<boolean> {
  return (await browser.alarms.get(alarmName)) !== undefined;
}

export async function clearAlarm(): Promise<void> {
  await browser.alarms.clear(alarmName);
}

export async function setFallbackAlarm(at: number): Promise<void> {
  await browser.alarms.create(fallbackAlarmName, { when: at });
}

export async function hasFallbackAlarm(): Promise<boolean> {
  return (await browser.alarms.get(fallbackAlarmName)) !== undefined;
}

export async function clearFallbackAlarm(): Promise<void> {
  await browser.alarms.clear(fallbackAlarmName);
}
