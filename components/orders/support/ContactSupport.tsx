import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import type { Seller } from '../../../utils/core/accounts/account.ts';
import { isSafeUrl } from '../../../utils/core/values/urls.ts';
import { callLink, mailLink } from './support-links.ts';
import { type SupportCase, supportFacts, supportText } from './support-report.ts';
import './ContactSupport.css';
import '../../ui/disclosure.css';
import '../../ui/text-button.css';

/** Every way to the seller's support, with all it will ask for. */
export function ContactSupport(support: SupportCase) {
  const { seller } = support;
  const text = supportText(support);
  const plain = [text.subject, '', ...text.lines].join('\n');
  const [copied, setCopied] = useState<'yes' | 'by-hand' | null>(null);
  const copy = async () => {
    setCopied(null);
    try {
      await navigator.clipboard.writeText(plain);
      setCopied('yes');
    } catch {
      setCopied('by-hand');
    }
  };
  const { email } = seller.support;
  const ways = supportChannels(seller, email === null ? null : mailLink(email, text));
  const hasWay = ways.length > 0;
  return (
    <div class="support" data-testid="support">
      <p>{hasWay ? t('support.ask', { seller: seller.name }) : t('support.noWay', { seller: seller.name })}</p>
      <div class="support-ways">
        <button type="button" class="text-button" data-testid="support-copy" onClick={copy}>
          {t('support.copy')}
        </button>
        {ways.map(({ kind, href, words }) => (
          <a
            class="text-button"
            href={href}
            target="_blank"
            rel="noreferrer"
            data-testid={`support-${kind}`}
            key={kind}
          >
            {words}
          </a>
        ))}
      </div>
      <p class="support-said" role="status">
        {copied === 'yes' ? t('support.copied') : copied === 'by-hand' ? t('support.byHand') : null}
      </p>
      {copied === 'by-hand' ? <ByHand text={plain} /> : null}
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

type SupportChannel = { kind: 'mail' | 'call' | 'page'; href: string; words: string };

/** A mail link opens in a tab of its own, too: in the popup nothing else may be opened. */
function supportChannels({ support: { url, phone }, accountUrl }: Seller, mail: string | null): SupportChannel[] {
  const ways: SupportChannel[] = [];
  if (mail !== null) ways.push({ kind: 'mail', href: mail, words: t('support.mail') });
  const call = phone === null ? null : callLink(phone);
  if (phone !== null && call !== null) ways.push({ kind: 'call', href: call, words: t('support.call', { phone }) });
  if (url !== null && isSafeUrl(url)) ways.push({ kind: 'page', href: url, words: t('support.page') });
  if (ways.length === 0 && accountUrl !== null && isSafeUrl(accountUrl)) {
    ways.push({ kind: 'page', href: accountUrl, words: t('support.account') });
  }
  return ways;
}

/** The browser did not let us copy: the person can, from a text that is selected already. */
function ByHand({ text }: { text: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    area.current?.focus();
    area.current?.select();
  }, []);
  return <textarea class="support-text" readOnly rows={6} aria-label={t('support.text')} value={text} ref={area} />;
}
