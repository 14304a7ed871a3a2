import { Fragment } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { listText, t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import type { AccountIndex } from '../../utils/core/accounts/account-index.ts';
import { PageAccountSettings } from './pages/PageAccountSettings.tsx';
import '../ui/page.css';
import '../ui/text-button.css';

type Entry = AccountIndex['accounts'][number];

/** The connected accounts, each with a button to sign out or remove it. */
export function AccountSettings({ accounts }: { accounts: Entry[] }) {
  const [result, setResult] = useState<string[]>([]);
  const status = useRef<HTMLParagraphElement>(null);
  // The focused button is gone with its account: move the focus to the result.
  useEffect(() => {
    if (result.length > 0) status.current?.focus();
  }, [result]);
  const remove = async ({ id, name, hasSignIn = true }: Entry) => {
    try {
      const { isRevoked, isReleased } = await send('signOut', { accountId: id });
      const signedOut = isRevoked ? 'settings.signedOut' : 'settings.signedOutLater';
      const farewell = t(hasSignIn ? signedOut : 'settings.removed', { seller: name });
      setResult(isReleased ? [farewell, t('settings.released')] : [farewell]);
    } catch (error) {
      setResult([t('offer.problem.noWorker')]);
      throw error;
    }
  };
  return (
    <section class="page-section">
      <h2>{t('settings.accounts')}</h2>
      {accounts.map(withName).map((account) => (
        <AccountRow account={account} remove={() => remove(account)} key={account.id} />
      ))}
      <p role="status" class="page-status" data-testid="farewell" tabIndex={-1} ref={status}>
        {result.map((sentence, place) => (
          <Fragment key={sentence}>
            {place > 0 && <br />}
            {sentence}
          </Fragment>
        ))}
      </p>
      <a class="page-link" href="connect.html">
        {t('settings.add')}
      </a>
    </section>
  );
}

/** Of one that cannot be read not even the name may be known. */
function withName(account: Entry): Entry {
  return account.name === '' ? { ...account, name: t('settings.unreadableAccount') } : account;
}

function AccountRow({ account, remove }: { account: Entry; remove: () => Promise<void> }) {
  const [step, setStep] = useState<'listed' | 'confirming' | 'removing'>('listed');
  const button = useRef<HTMLButtonElement>(null);
  const previous = useRef(step);
  // The clicked button is replaced by another: move the focus there.
  useEffect(() => {
    if (previous.current !== step) button.current?.focus();
    previous.current = step;
  }, [step]);
  const { hasSignIn = true } = account;
  const cards = listText(account.cards.map(({ title }) => title || account.name));
  return (
    <div class="page-account">
      <p>
        <strong>
          <bdi>{account.name}</bdi>
        </strong>
        <br />
        <span class="page-quiet">{cards}</span>
      </p>
      {step === 'listed' ? (
        <button
          ref={button}
          type="button"
          class="text-button"
          data-testid="sign-out"
          onClick={() => setStep('confirming')}
        >
          {t(hasSignIn ? 'settings.signOut' : 'settings.removeAccount')}
        </button>
      ) : (
        <div class="page-confirm">
          <p>{t(hasSignIn ? 'settings.signOutSays' : 'settings.removeSays', { seller: account.name })}</p>
          <button
            ref={button}
            type="button"
            class="text-button"
            data-testid="confirm"
            aria-disabled={step === 'removing'}
            onClick={() => {
              if (step === 'removing') return;
              setStep('removing');
              remove().catch(() => setStep('confirming'));
            }}
          >
            {t(hasSignIn ? 'settings.signOutYes' : 'settings.removeYes')}
          </button>
          <button type="button" class="text-button" onClick={() => setStep('listed')}>
            {t('settings.keep')}
          </button>
        </div>
      )}
      <PageAccountSettings accountId={account.id} />
    </div>
  );
}
