import { useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import { send } from '../../../utils/browser/messages.ts';
import '../../ui/button.css';

/** A card to look around with, until there is a real one. */
export function DemoButton({ onConnected }: { onConnected: (accountId: string) => void }) {
  const [hasFailed, setFailed] = useState(false);
  const start = () =>
    send('startDemo', {}).then(
      (result) => (result.kind === 'signed-in' ? onConnected(result.accountId) : setFailed(true)),
      () => setFailed(true),
    );
  return (
    <span>
      <button type="button" class="link" data-testid="demo" onClick={start}>
        {t('demo.start')}
      </button>
      <span role="status">{hasFailed ? t('offer.problem.noWorker') : null}</span>
    </span>
  );
}
