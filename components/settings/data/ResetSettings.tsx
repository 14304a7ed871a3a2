import { useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import { send } from '../../../utils/browser/messages.ts';
import { useFocusBack } from '../../hooks/use-focus-back.ts';
import { DeletingQuestion } from '../shared/DeletingQuestion.tsx';
import '../../ui/button.css';
import '../../ui/page.css';

/** Sets all choices back to how they came, once that is confirmed. */
export function ResetSettings() {
  const [isAsked, ask] = useState(false);
  const [result, setResult] = useState<'reset' | 'failed' | null>(null);
  const button = useFocusBack(isAsked);
  const reset = async () => {
    const isDone = await send('resetSettings', {}).then(
      () => true,
      () => false,
    );
    setResult(isDone ? 'reset' : 'failed');
    ask(false);
  };
  return (
    <div class="settings-data">
      {isAsked ? (
        <DeletingQuestion
          title={t('settings.reset.title')}
          says={t('settings.reset.says')}
          yes={t('settings.reset.yes')}
          onNo={() => ask(false)}
          onYes={reset}
        />
      ) : (
        <button
          type="button"
          class="small-button"
          data-testid="reset-settings"
          ref={button}
          onClick={() => {
            setResult(null);
            ask(true);
          }}
        >
          {t('settings.reset.button')}
        </button>
      )}
      <p role="status" class="page-quiet" data-testid="reset-status">
        {result === 'reset' ? t('settings.reset.done') : null}
        {result === 'failed' ? t('settings.notSaved') : null}
      </p>
    </div>
  );
}
