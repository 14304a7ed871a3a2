import { dateTimeText, t } from '../../../utils/browser/i18n.ts';
import { minuteMs } from '../../../utils/core/values/time.ts';
import { wholeDurationText } from '../../format/whole-duration-text.ts';

/** The age of the balance. `at`: our clock; a time in the future, by a clock error, counts as now. */
export function LastUpdated({ at, now }: { at: number; now: number }) {
  const lengthMs = now - at;
  const when = t('header.age', { when: dateTimeText(at, now) });
  return (
    <time class="head-note" data-testid="as-of" dateTime={new Date(at).toISOString()} title={when}>
      <span aria-hidden="true">{lengthMs < minuteMs ? t('popup.justNow') : wholeDurationText(lengthMs, 'short')}</span>
      <span class="visually-hidden">{when}</span>
    </time>
  );
}
