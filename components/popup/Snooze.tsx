import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { shortTimeText, t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import type { Snooze as SnoozeState } from '../../utils/core/alerts/alert-state.ts';
import type { CardId } from '../../utils/core/usage/card-id.ts';
import { hourMs, tomorrowMorning } from '../../utils/core/values/time.ts';
import './Snooze.css';
import '../ui/button.css';

type Props = { id: CardId; snooze: SnoozeState | null; isUrgent: boolean; now: number };

/** Snoozes the alerts of one card for a while; offered only if the card needs a warning. */
export function Snooze({ id, snooze, isUrgent, now }: Props) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const hasChosen = useRef(false);
  const isSnoozed = snooze !== null && (snooze.until === null || now < snooze.until);
  useLayoutEffect(() => {
    // In place of the button that led here.
    if (hasChosen.current) button.current?.focus();
    hasChosen.current = false;
  }, [isSnoozed]);
  const choose = (chosen: { until: number | null } | null) => {
    button.current?.focus();
    hasChosen.current = true;
    setOpen(false);
    send('snooze', { card: id, snooze: chosen }).catch(() => {
      hasChosen.current = false;
    });
  };
  if (isSnoozed) {
    return (
      <p class="snooze" data-testid="snoozed">
        <span>
          {snooze.until === null
            ? t('popup.snoozedRenewal')
            : t('popup.snoozedUntil', { when: shortTimeText(snooze.until, now) })}
        </span>
        <button ref={button} type="button" class="small-button" data-testid="snooze-end" onClick={() => choose(null)}>
          {t('popup.wake')}
        </button>
      </p>
    );
  }
  if (!isUrgent) return null;
  const choices = [
    ['hour', t('popup.snoozeHour'), now + hourMs],
    ['tomorrow', t('popup.snoozeTomorrow'), tomorrowMorning(now)],
    ['renewal', t('popup.snoozeRenewal'), null],
  ] as const;
  return (
    <div class="snooze">
      <button
        ref={button}
        type="button"
        class="small-button"
        data-testid="snooze"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t('popup.snooze')}
        <span class="snooze-mark" />
      </button>
      {isOpen ? (
        // biome-ignore lint/a11y/useSemanticElements: a <fieldset> is for fields.
        <div class="snooze-choices" role="group" aria-label={t('popup.snooze')}>
          {choices.map(([name, label, until]) => (
            <button
              key={name}
              type="button"
              class="small-button"
              data-testid={`snooze-${name}`}
              onClick={() => choose({ until })}
            >
              {label}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
