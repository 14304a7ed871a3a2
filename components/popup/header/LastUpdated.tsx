import { dateTimeText, relativeText, t } from '../../../utils/browser/i18n.ts';

/** How old the seller's own measuring is. A clock that runs behind does not make it come from the future. */
export function LastUpdated({ at, now }: { at: number; now: number }) {
  const age = relativeText(Math.min(at, now), now, 'short') ?? t('popup.justNow');
  return (
    <time class="as-of" data-testid="as-of" dateTime={new Date(at).toISOString()} title={dateTimeText(at, now)}>
      {age}
    </time>
  );
}
