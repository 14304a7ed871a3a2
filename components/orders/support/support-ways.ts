import { t } from '../../../utils/browser/i18n.ts';
import type { Seller } from '../../../utils/core/accounts/account.ts';
import { callLink, safeHref } from '../../../utils/core/values/urls.ts';
import { mailLink } from './mail-link.ts';

export type SupportWay = { kind: 'mail' | 'call' | 'page'; href: string; label: string };

const emptyMail = { subject: '', lines: [] };

/** The ways to reach the seller's support; the account page only if there is no other. `mail`: the draft. */
export function supportWays(
  { support: { email, url, phone }, accountUrl }: Pick<Seller, 'support' | 'accountUrl'>,
  mail: Parameters<typeof mailLink>[1] = emptyMail,
): SupportWay[] {
  const ways: SupportWay[] = [];
  if (email !== null) ways.push({ kind: 'mail', href: mailLink(email, mail), label: t('support.mail') });
  const call = phone === null ? null : callLink(phone);
  if (phone !== null && call !== null) ways.push({ kind: 'call', href: call, label: t('support.call', { phone }) });
  const page = url === null ? null : safeHref(url);
  if (page !== null) ways.push({ kind: 'page', href: page, label: t('support.page') });
  const account = accountUrl === null ? null : safeHref(accountUrl);
  if (ways.length === 0 && account !== null) ways.push({ kind: 'page', href: account, label: t('support.account') });
  return ways;
}
