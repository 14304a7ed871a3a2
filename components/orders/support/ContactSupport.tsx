import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import { useCopy } from '../../copy/use-copy.ts';
import { SupportWays } from './SupportWays.tsx';
import { type SupportCase, supportFacts, supportText } from './support-report.ts';
import { supportWays } from './support-ways.ts';
import './ContactSupport.css';
import '../../ui/button.css';
import '../../ui/disclosure.css';

/** All channels to the seller's support, with a report of what it will ask for. */
export function ContactSupport(support: SupportCase) {
  const { seller } = support;
  const text = supportText(support);
  const plainText = [text.subject, '', ...text.lines].join('\n');
  const { copied, copy } = useCopy();
  const ways = supportWays(seller, text);
  return (
    <div class="support" data-testid="support">
      <p>{t(ways.length > 0 ? 'support.ask' : 'support.noWay', { seller: seller.name })}</p>
      <div class="support-channels">
        <button type="button" class="small-button" data-testid="support-copy" onClick={() => copy(plainText)}>
          {t('support.copy')}
        </button>
        <SupportWays ways={ways} />
      </div>
      <p class="support-status" role="status">
        {copied === 'yes' ? t('support.copied') : copied === 'manually' ? t('support.byHand') : null}
      </p>
      {copied === 'manually' ? <ManualCopy text={plainText} /> : null}
      <details class="disclosure">
        <summary>{t('support.show')}</summary>
        <dl class="support-facts" data-testid="support-facts">
          {supportFacts(support).map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}

/** The report as selected text to copy manually, where the browser refused to copy it. */
function ManualCopy({ text }: { text: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    area.current?.focus();
    area.current?.select();
  }, []);
  return <textarea class="support-text" readOnly rows={6} aria-label={t('support.text')} value={text} ref={area} />;
}
