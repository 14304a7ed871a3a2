import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import { send } from '../../../utils/browser/messages.ts';
import '../../ui/page.css';
import '../../ui/button.css';
import { SystemInstructions } from './SystemInstructions.tsx';
import './TestNotification.css';
import { detectOperatingSystem } from './operating-system.ts';

type Step = 'ready' | 'sending' | 'sent' | 'seen' | 'not-seen' | 'refused' | 'not-sent';

/** Sends a test notification and asks whether it appeared: the browser does not know if the system shows it. */
export function TestNotification() {
  const [step, setStep] = useState<Step>('ready');
  const outcome = useRef<HTMLDivElement>(null);
  // The clicked button is gone: move the focus to the outcome.
  useEffect(() => {
    if (step === 'seen' || step === 'not-seen') outcome.current?.focus();
  }, [step]);
  const sendTest = async () => {
    if (step === 'sending') return;
    setStep('sending');
    try {
      const { isAccepted } = await send('sendTestNotification', {});
      setStep(isAccepted ? 'sent' : 'refused');
    } catch {
      setStep('not-sent');
    }
  };
  return (
    <>
      <button
        type="button"
        class="small-button"
        data-testid="test-alert"
        aria-disabled={step === 'sending'}
        onClick={sendTest}
      >
        {t('settings.test')}
      </button>
      <div role="status" class="settings-test" data-testid="test-outcome" tabIndex={-1} ref={outcome}>
        {step === 'sent' ? <p>{t('settings.testSent')}</p> : null}
        {step === 'seen' ? <p class="page-status">{t('settings.testSeen')}</p> : null}
        {step === 'not-sent' ? <p class="page-status">{t('offer.problem.noWorker')}</p> : null}
        {step === 'not-seen' || step === 'refused' ? <HowTo isRefused={step === 'refused'} /> : null}
      </div>
      {step === 'sent' ? (
        <div class="settings-answers">
          <button type="button" class="small-button" data-testid="test-seen" onClick={() => setStep('seen')}>
            {t('settings.testYes')}
          </button>
          <button type="button" class="small-button" data-testid="test-not-seen" onClick={() => setStep('not-seen')}>
            {t('settings.testNo')}
          </button>
        </div>
      ) : null}
    </>
  );
}

function HowTo({ isRefused }: { isRefused: boolean }) {
  const { browser } = detectOperatingSystem(navigator.userAgent);
  return (
    <SystemInstructions reason={isRefused ? t('settings.testRefused', { browser }) : t('settings.testNotSeen')}>
      <p>{t('settings.testAgain')}</p>
    </SystemInstructions>
  );
}
