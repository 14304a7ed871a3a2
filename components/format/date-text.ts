import { locale, shortTimeText } from '../../utils/browser/i18n.ts';

/** "Tue, 10 Nov"; with the year if it is not the current one. */
export function dayText(at: number, now: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const year = isThisYear ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale(), { weekday: 'short', day: 'numeric', month: 'short', ...year }).format(at);
}

/** "10 Nov", for an axis. */
export function shortDayText(at: number): string {
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short' }).format(at);
}

/** "November 2026". */
export function monthText(at: number): string {
  return new Intl.DateTimeFormat(locale(), { month: 'long', year: 'numeric' }).format(at);
}

/** "14:02 CET", for use below a date. */
export function timeText(at: number): string {
  const time = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const;
  return new Intl.DateTimeFormat(locale(), time).format(at);
}

/** "14:02:20" today, as minutes would be too early by some seconds; without seconds on other days. */
export function countdownText(at: number, now: number): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  if (!isToday) return shortTimeText(at, now);
  return new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at);
}
