import { minuteMs } from './time.ts';

/** What the person chose. `thresholds`: percents left at which to warn; 0 is "nothing left". */
export type Settings = { paceMinutes: number; thresholds: number[]; badgeNumber: boolean };

export const defaultSettings: Settings = { paceMinutes: 15, thresholds: [20, 10, 0], badgeNumber: true };

export const paceChoices = [5, 15, 30, 60, 120] as const;
export const thresholdChoices = [50, 30, 20, 10, 5, 0] as const;

export function paceMsOf(settings: Settings): number {
  return Math.min(120, Math.max(5, settings.paceMinutes)) * minuteMs;
}
