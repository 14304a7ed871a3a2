import { useEffect, useRef, useState } from 'preact/hooks';
import { locale, t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import type { AccountIndex } from '../../utils/core/accounts/account-index.ts';
import '../ui/page.css';
import '../ui/text-button.css';

type Entry = AccountIndex['accounts'][number];

/** The connected accounts, each with its way out. */
export function AccountSettings({ accounts }: { accounts: Entry[] }) {
  const [farewell, setFarewell] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  // The account left with its buttons: the focus goes to what became of it.
  useEffect(() => {
    if (farewell !== '') status.current?.focus();
  }, [farewell]);
  const leave = async ({ id, name, hasSignIn = true }: Entry) => {
    try {
      const { isRevoked } = await send('signOut', { accountId: id });
      if (!hasSignIn) return setFarewell(t('settings.removed', { seller: name }));
      setFarewell(t(isRevoked ? 'settings.signedOut' : 'settings.signedOutLater', { seller: name }));
    } catch (error) {
      setFarewell(t('offer.problem.noWorker'));
      throw error;
    }
  };
  return (
    <section class="page-section">
      <h2>{t('settings.accounts')}</h2>
      {accounts.map((account) => (
        <AccountRow account={account} leave={() => leave(account)} key={account.id} />
      ))}
      <p role="status" class="page-status" data-testid="farewell" tabIndex={-1} ref={status}>
        {farewell}
      </p>
      <a class="page-link" href="connect.html">
        {t('settings.add')}
      </a>
    </section>
  );
}

function AccountRow({ account, leave }: { account: Entry; leave: () => Promise<void> }) {
  const [step, setStep] = useState<'listed' | 'asking' | 'leaving'>('listed');
  const next = useRef<HTMLButtonElement>(null);
  const before = useRef(step);
  // The pressed button is gone: the focus goes to the one in its place.
  useEffect(() => {
    if (before.current !== step) next.current?.focus();
    before.current = step;
  }, [step]);
  const { hasSignIn = true } = account;
  const cards = new Intl.ListFormat(locale()).format(account.cards.map(({ title }) => title || account.name));
  return (
    <div class="page-account">
      <p>
        <strong>{account.name}</strong>
        <br />
        <span class="page-quiet">{cards}</span>
      </p>
      {step === 'listed' ? (
        <button ref={next} type="button" class="text-button" data-testid="sign-out" onClick={() => setStep('asking')}>
          {t(hasSignIn ? 'settings.signOut' : 'settings.removeAccount')}
        </button>
      ) : (
        <div class="page-confirm">
          <p>{t(hasSignIn ? 'settings.signOutSays' : 'settings.removeSays', { seller: account.name })}</p>
          <button
            ref={next}
            type="button"
            class="text-button"
            data-testid="confirm"
            aria-disabled={step === 'leaving'}
            onClick={() => {
              if (step === 'leaving') return;
              setStep('leaving');
              leave().catch(() => setStep('asking'));
            }}
          >
            {t(hasSignIn ? 'settings.signOutYes' : 'settings.removeYes')}
          </button>
          <button type="button" class="text-button" onClick={() => setStep('listed')}>
            {t('settings.keep')}
          </button>
        </div>
      )}
    </div>
  );
}
