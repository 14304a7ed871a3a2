import { useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import './UssdHint.css';
import '../../ui/text-button.css';

/** The code that asks the network what is left: to be copied, or called where this device can. */
export function UssdHint({ dial }: { dial: string }) {
  const [said, say] = useState<'copied' | 'byHand' | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(dial).then(
      () => say('copied'),
      () => say('byHand'),
    );
  return (
    <p class="dial-hint" data-testid="dial">
      <span>{t('popup.dial')}</span>
      <bdi class="dial-code">{dial}</bdi>
      <button type="button" class="text-button" data-testid="copy-dial" onClick={copy}>
        {t('popup.dialCopy')}
      </button>
      <a class="text-button" href={`tel:${dial.replaceAll(/[ ()-]/g, '').replaceAll('#', '%23')}`}>
        {t('popup.dialCall')}
      </a>
      <small role="status">
        {said === 'copied' ? t('support.copied') : null}
        {said === 'byHand' ? t('popup.dialByHand') : null}
      </small>
    </p>
  );
}
