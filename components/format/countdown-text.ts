import { locale, momentText } from '../../utils/browser/i18n.ts';

/** "14:02:20" today, so that it is not too early by seconds; further off to the minute. */
export function clockText(at: number, now: number): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  if (!isToday) return momentText(at, now);
  return new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at);
}
