import { browser } from './browser.ts';

/** The extension's single alarm. */
export const alarmName = 'wake';

export async function setAlarm(at: number): Promise<void> {
  await browser.alarms.create(alarmName, { when: at });
}

export async function hasAlarm(): Promise<boolean> {
  return (await browser.alarms.get(alarmName)) !== undefined;
}

export async function clearAlarm(): Promise<void> {
  await browser.alarms.clear(alarmName);
}
