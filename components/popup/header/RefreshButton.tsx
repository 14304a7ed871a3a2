import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { shortTimeText, t } from '../../../utils/browser/i18n.ts';
import { send } from '../../../utils/browser/messages.ts';
import { type CheckState, refreshAllowedAt } from '../../../utils/core/polling/check-schedule.ts';
import { countdownText } from '../../format/date-text.ts';
import { Icon } from '../../ui/Icon.tsx';

type Props = { accountId: string; check: CheckState | null; now: number; age: ComponentChildren };

/**
 * Checks the balance now, unless the cool-down or the seller's retry-after forbids it. In place of the age stands what
 * comes of it, until the cool-down ends; a failure has its own sentence.
 */
export function RefreshButton({ accountId, check, now, age }: Props) {
  const [press, setPress] = useState<'none' | 'busy' | 'done'>('none');
  const isBusy = press === 'busy';
  const allowedAt = refreshAllowedAt(check);
  const isBlocked = now < allowedAt;
  const nextAt = check?.nextCheckAt ?? 0;
  const next = nextAt > now ? t('popup.nextCheck', { when: shortTimeText(nextAt, now) }) : t('popup.checkSoon');
  const hint = isBlocked ? t('popup.again', { when: countdownText(allowedAt, now) }) : next;
  const isUpToDate = press === 'done' && isBlocked && check?.failure === null;
  const result = isBusy ? t('header.checking') : isUpToDate ? t('header.upToDate') : null;
  const refresh = () => {
    if (isBlocked || isBusy) return;
    setPress('busy');
    const done = () => setPress('done');
    send('refresh', { accountId }).then(done, done);
  };
  return (
    <>
      {result === null ? age : null}
      <span class="head-note" role="status" data-testid="refresh-result">
        {result}
      </span>
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
    </>
  );
}
