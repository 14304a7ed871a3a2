import { t } from '../../utils/browser/i18n.ts';
import type { Copied } from './use-copy.ts';

/** Says what came of a press on "Copy". `byHand`: what to do where the browser did not let us. */
export function CopyStatus({ copied, byHand }: { copied: Copied; byHand: string }) {
  return (
    <small role="status">
      {copied === 'yes' ? t('support.copied') : null}
      {copied === 'manually' ? byHand : null}
    </small>
  );
}
