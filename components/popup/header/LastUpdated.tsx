import { dateTimeText, relativeText, t } from '../../../utils/browser/i18n.ts';

/** The age of the balance. `at`: our clock; a time in the future, by a clock error, counts as now. */
export function LastUpdated({ at, now }: { at: number; now: number }) {
  const age = relativeText(Math.min(at, now), now, 'short') ?? t('popup.justNow');
  return (
    <time class="as-of" data-testid="as-of" dateTime={new Date(at).toISOString()} title={dateTimeText(at, now)}>
      {age}
    </time>
  );
}
