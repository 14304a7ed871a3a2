import { useState } from 'preact/hooks';
import { shortTimeText, t } from '../../../utils/browser/i18n.ts';
import { send } from '../../../utils/browser/messages.ts';
import { type CheckState, refreshAllowedAt } from '../../../utils/core/polling/check-schedule.ts';
import { countdownText } from '../../format/date-text.ts';
import { Icon } from '../../ui/Icon.tsx';

type Props = { accountId: string; check: CheckState | null; now: number };

/** Checks the balance now, unless the cool-down or the seller's retry-after forbids it. */
export function RefreshButton({ accountId, check, now }: Props) {
  const [isBusy, setBusy] = useState(false);
  const allowedAt = refreshAllowedAt(check);
  const isBlocked = now < allowedAt;
  const nextAt = check?.nextCheckAt ?? 0;
  const next = nextAt > now ? t('popup.nextCheck', { when: shortTimeText(nextAt, now) }) : t('popup.checkSoon');
  const hint = isBlocked ? t('popup.again', { when: countdownText(allowedAt, now) }) : next;
  const refresh = () => {
    if (isBlocked || isBusy) return;
    setBusy(true);
    const done = () => setBusy(false);
    send('refresh', { accountId }).then(done, done);
  };
  return (
    <button
      type="button"
      class="icon-button"
      data-testid="refresh"
      aria-label={isBlocked ? `${t('popup.refresh')}. ${hint}` : t('popup.refresh')}
      aria-disabled={isBlocked}
      aria-busy={isBusy}
      title={hint}
      onClick={refresh}
    >
      <Icon name="refresh" />
    </button>
  );
}
