import { useState } from 'preact/hooks';
import { shortTimeText, t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import type { Snooze as Chosen } from '../../utils/core/alerts/alert-state.ts';
import type { CardId } from '../../utils/core/usage/card-id.ts';
import { hourMs, tomorrowMorning } from '../../utils/core/values/time.ts';
import './Snooze.css';
import '../ui/text-button.css';

type Props = { id: CardId; snooze: Chosen | null; isShort: boolean; now: number };

/** Quiet for one card, for a while; offered where it gives reason to warn. */
export function Snooze({ id, snooze, isShort, now }: Props) {
  const [isAsking, ask] = useState(false);
  const choose = (purchaseFlow: { until: number | null } | null) => {
    ask(false);
    send('snooze', { card: id, snooze: purchaseFlow }).catch(() => undefined);
  };
  const isQuiet = snooze !== null && (snooze.until === null || now < snooze.until);
  if (isQuiet) {
    return (
      <p class="snooze" data-testid="snoozed">
        <span>
          {snooze.until === null
            ? t('popup.snoozedRenewal')
            : t('popup.snoozedUntil', { when: shortTimeText(snooze.until, now) })}
        </span>
        <button type="button" class="text-button" data-testid="snooze-end" onClick={() => choose(null)}>
          {t('popup.wake')}
        </button>
      </p>
    );
  }
  if (!isShort) return null;
  const choices = [
    ['hour', t('popup.snoozeHour'), now + hourMs],
    ['tomorrow', t('popup.snoozeTomorrow'), tomorrowMorning(now)],
    ['renewal', t('popup.snoozeRenewal'), null],
  ] as const;
  return (
    <div class="snooze">
      <button
        type="button"
        class="text-button"
        data-testid="snooze"
        aria-expanded={isAsking}
        onClick={() => ask(!isAsking)}
      >
        {t('popup.snooze')}
      </button>
      {isAsking
        ? choices.map(([name, label, until]) => (
            <button
              key={name}
              type="button"
              class="text-button"
              data-testid={`snooze-${name}`}
              onClick={() => choose({ until })}
            >
              {label}
            </button>
          ))
        : null}
    </div>
  );
}
