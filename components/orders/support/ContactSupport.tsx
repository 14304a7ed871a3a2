import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import type { Seller } from '../../../utils/core/accounts/account.ts';
import { safeHref } from '../../../utils/core/values/urls.ts';
import { callLink, mailLink } from './support-links.ts';
import { type SupportCase, supportFacts, supportText } from './support-report.ts';
import './ContactSupport.css';
import '../../ui/disclosure.css';
import '../../ui/text-button.css';

/** All channels to the seller's support, with a report of what it will ask for. */
export function ContactSupport(support: SupportCase) {
  const { seller } = support;
  const text = supportText(support);
  const plainText = [text.subject, '', ...text.lines].join('\n');
  const [copied, setCopied] = useState<'yes' | 'manually' | null>(null);
  const copy = async () => {
    setCopied(null);
    try {
      await navigator.clipboard.writeText(plainText);
      setCopied('yes');
    } catch {
      setCopied('manually');
    }
  };
  const { email } = seller.support;
  const channels = supportChannels(seller, email === null ? null : mailLink(email, text));
  const hasChannel = channels.length > 0;
  return (
    <div class="support" data-testid="support">
      <p>{hasChannel ? t('support.ask', { seller: seller.name }) : t('support.noWay', { seller: seller.name })}</p>
      <div class="support-channels">
        <button type="button" class="text-button" data-testid="support-copy" onClick={copy}>
          {t('support.copy')}
        </button>
        {channels.map(({ kind, href, label }) => (
          <a
            class="text-button"
            href={href}
            target="_blank"
            rel="noreferrer"
            data-testid={`support-${kind}`}
            key={kind}
          >
            {label}
          </a>
        ))}
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

type SupportChannel = { kind: 'mail' | 'call' | 'page'; href: string; label: string };

/** The ways to reach the support; the account page only if there is no other. */
function supportChannels({ support: { url, phone }, accountUrl }: Seller, mail: string | null): SupportChannel[] {
  const channels: SupportChannel[] = [];
  if (mail !== null) channels.push({ kind: 'mail', href: mail, label: t('support.mail') });
  const call = phone === null ? null : callLink(phone);
  if (phone !== null && call !== null) channels.push({ kind: 'call', href: call, label: t('support.call', { phone }) });
  const page = url === null ? null : safeHref(url);
  if (page !== null) channels.push({ kind: 'page', href: page, label: t('support.page') });
  const account = accountUrl === null ? null : safeHref(accountUrl);
  if (channels.length === 0 && account !== null) {
    channels.push({ kind: 'page', href: account, label: t('support.account') });
  }
  return channels;
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
