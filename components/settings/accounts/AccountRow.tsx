import { useState } from 'preact/hooks';
import { isolated, listText, t } from '../../../utils/browser/i18n.ts';
import type { AccountIndex } from '../../../utils/core/accounts/account-index.ts';
import { useFocusBack } from '../../hooks/use-focus-back.ts';
import { PageAccountSettings } from '../pages/PageAccountSettings.tsx';
import { DeletingQuestion } from '../shared/DeletingQuestion.tsx';
import '../../ui/button.css';
import '../../ui/page.css';

type Entry = AccountIndex['accounts'][number];

/**
 * One account: what tells it from others, and how it is left. A card kept by hand can be brought back, and is not asked
 * about.
 */
export function AccountRow({ account, remove }: { account: Entry; remove: () => Promise<void> }) {
  const [step, setStep] = useState<'listed' | 'confirming' | 'removing'>('listed');
  const button = useFocusBack(step !== 'listed');
  const { hasSignIn = true, name } = account;
  // An account without a seller that could be asked.
  const isHandKept = account.origin === '';
  const cards = account.cards.map(({ title, number }) =>
    [title || name, number ?? null].flatMap((text) => (text === null ? [] : [isolated(text)])).join(' · '),
  );
  const leave = () => {
    setStep('removing');
    return remove().catch(() => setStep(isHandKept ? 'listed' : 'confirming'));
  };
  const press = () => {
    if (step === 'removing') return;
    if (isHandKept) void leave();
    else setStep('confirming');
  };
  return (
    <div class="page-account">
      <p>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <br />
        <span class="page-quiet">{listText(cards)}</span>
      </p>
      {step === 'listed' || isHandKept ? (
        <button
          ref={button}
          type="button"
          class="small-button"
          data-testid="sign-out"
          aria-busy={step === 'removing'}
          aria-label={t(hasSignIn ? 'settings.signOutOf' : 'settings.removeOf', { seller: name })}
          onClick={press}
        >
          {t(hasSignIn ? 'settings.signOut' : 'settings.removeAccount')}
        </button>
      ) : (
        <DeletingQuestion
          title={t(hasSignIn ? 'settings.signOutOf' : 'settings.removeOf', { seller: name })}
          says={t(hasSignIn ? 'settings.signOutSays' : 'settings.removeSays', { seller: name })}
          yes={t(hasSignIn ? 'settings.signOutYes' : 'settings.removeYes')}
          onNo={() => setStep('listed')}
          onYes={leave}
        />
      )}
      <PageAccountSettings accountId={account.id} />
    </div>
  );
}
