import type { ComponentChildren } from 'preact';
import { t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { requestOrigins } from '../../utils/browser/permissions.ts';
import type { Account } from '../../utils/core/accounts/account.ts';
import { requiredMatchPatterns } from '../../utils/core/accounts/origins.ts';
import type { OneAct } from '../../utils/core/popup/user-act.ts';
import { SellerContact } from '../orders/support/SellerContact.tsx';
import { stepLook } from '../ui/button-look.ts';
import { connectPageOf, manualFormOf } from './connect-page.ts';
import { SignInButton } from './SignInButton.tsx';
import '../ui/button.css';

type Props = {
  act: OneAct;
  account: Account;
  cardTitle: string | null;
  isPrimary: boolean;
  isRefreshBlocked: boolean;
  /** Points at the number on the page in front; null: another page is there. */
  pointAgain: (() => void) | null;
};

/**
 * A reserved address (RFC 2606, section 3) whose site may be had without encryption: a Wi-Fi that wants a sign-in puts
 * its own page in its place.
 */
const anyPlainPage = 'http://example.com/';

/** What the user can do about a failure, in one press. */
export function FailureAction({ act, account, cardTitle, isPrimary, isRefreshBlocked, pointAgain }: Props) {
  const { id: accountId, seller } = account;
  const refresh = () => send('refresh', { accountId }).catch(() => undefined);
  const link = (href: string, text: string) => (
    <ActLink href={href} isPrimary={isPrimary}>
      {text}
    </ActLink>
  );
  switch (act) {
    case 'allow': {
      const patterns = requiredMatchPatterns(seller);
      const allow = () => requestOrigins(patterns).then((isGranted) => (isGranted ? refresh() : undefined));
      return (
        <ActButton isPrimary={isPrimary} onClick={allow}>
          {t('failure.allow')}
        </ActButton>
      );
    }
    case 'sign-in':
      return <SignInButton seller={seller} isPrimary={isPrimary} />;
    case 'enter-key':
      return link(connectPageOf(seller), t('failure.signInTo', { seller: seller.name }));
    case 'connect':
      return link(connectPageOf(seller), t('failure.connect'));
    case 'open-page':
      return link(seller.accountUrl ?? '', t('failure.openPage'));
    case 'open-wifi-page':
      return link(anyPlainPage, t('failure.openWifiPage'));
    case 'enter-by-hand':
      return link(manualFormOf(account, cardTitle ?? seller.name), t('failure.enterByHand'));
    case 'point-again':
      if (!pointAgain) return link(seller.accountUrl ?? '', t('failure.pointAgain'));
      return (
        <ActButton isPrimary={isPrimary} testId="point-again" onClick={pointAgain}>
          {t('failure.pointAgain')}
        </ActButton>
      );
    case 'ask-seller':
      return <SellerContact seller={seller} isPrimary={isPrimary} />;
    case 'retry':
      return (
        <ActButton isPrimary={isPrimary} isBlocked={isRefreshBlocked} onClick={refresh}>
          {t('failure.retry')}
        </ActButton>
      );
  }
}

type ActProps = { isPrimary: boolean; children: ComponentChildren };

function ActLink({ href, isPrimary, children }: ActProps & { href: string }) {
  return (
    <a {...stepLook(isPrimary)} data-testid="act" href={href} target="_blank" rel="noreferrer">
      <span>{children}</span>
    </a>
  );
}

type ButtonProps = ActProps & { testId?: string; isBlocked?: boolean; onClick: () => unknown };

function ActButton({ isPrimary, testId = 'act', isBlocked = false, onClick, children }: ButtonProps) {
  return (
    <button
      type="button"
      {...stepLook(isPrimary)}
      data-testid={testId}
      aria-disabled={isBlocked}
      onClick={() => (isBlocked ? undefined : onClick())}
    >
      <span>{children}</span>
    </button>
  );
}
