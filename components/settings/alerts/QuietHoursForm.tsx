import { useRef } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import type { QuietHours, Settings } from '../../../utils/core/settings.ts';
import '../../ui/page.css';
import { Checkbox } from '../shared/Checkbox.tsx';
import './QuietHoursForm.css';
import type { Change } from '../shared/use-settings.ts';

const defaultHours: QuietHours = { fromMinute: 22 * 60, toMinute: 7 * 60, exceptEmpty: true };

/** When alerts are deferred. */
export function QuietHoursForm({ quiet, change }: { quiet: QuietHours | null; change: Change<Settings> }) {
  // Remembers the hours while they are turned off.
  const lastHours = useRef(quiet ?? defaultHours);
  if (quiet) lastHours.current = quiet;
  const set = (changes: Partial<QuietHours>) =>
    change(({ quiet: latest }) => ({ quiet: { ...(latest ?? lastHours.current), ...changes } }));
  return (
    <div class="settings-quiet">
      <h3>{t('settings.quiet')}</h3>
      <Checkbox
        testId="quiet"
        isOn={quiet !== null}
        change={(isOn) => (isOn ? set({}) : change(() => ({ quiet: null })))}
      >
        {t('settings.quietOn')}
      </Checkbox>
      {quiet ? (
        <>
          <div class="settings-hours">
            <Time
              testId="quiet-from"
              label={t('settings.quietFrom')}
              minute={quiet.fromMinute}
              change={(fromMinute) => set({ fromMinute })}
            />
            <Time
              testId="quiet-to"
              label={t('settings.quietTo')}
              minute={quiet.toMinute}
              change={(toMinute) => set({ toMinute })}
            />
          </div>
          <Checkbox testId="quiet-except-empty" isOn={quiet.exceptEmpty} change={(exceptEmpty) => set({ exceptEmpty })}>
            {t('settings.quietExceptEmpty')}
          </Checkbox>
        </>
      ) : null}
      <p class="page-quiet" role="status">
        {t(quiet?.fromMinute === quiet?.toMinute && quiet ? 'settings.quietNever' : 'settings.quietSays')}
      </p>
    </div>
  );
}

type TimeProps = { testId: string; label: string; minute: number; change: (minute: number) => void };

function Time({ testId, label, minute, change }: TimeProps) {
  const value = [Math.trunc(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return (
    <label class="page-field">
      <span>{label}</span>
      <input
        type="time"
        data-testid={testId}
        value={value}
        onChange={({ currentTarget }) => {
          const [hour, rest] = currentTarget.value.split(':').map(Number);
          if (hour !== undefined && rest !== undefined) change(hour * 60 + rest);
        }}
        onBlur={({ currentTarget }) => {
          if (currentTarget.value === '') currentTarget.value = value;
        }}
      />
    </label>
  );
}
