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
  const title = t(hasSignIn ? 'settings.signOutOf' : 'settings.removeOf', { seller: name });
  const press = () => {
    if (!isHandKept) return setStep('confirming');
    if (step === 'removing') return;
    setStep('removing');
    remove().catch(() => setStep('listed'));
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
      {step === 'confirming' ? (
        <DeletingQuestion
          title={title}
          says={t(hasSignIn ? 'settings.signOutSays' : 'settings.removeSays', { seller: name })}
          yes={t(hasSignIn ? 'settings.signOutYes' : 'settings.removeYes')}
          onNo={() => setStep('listed')}
          onYes={remove}
        />
      ) : (
        <button
          ref={button}
          type="button"
          class="small-button"
          data-testid="sign-out"
          aria-busy={step === 'removing'}
          aria-label={title}
          onClick={press}
        >
          {t(hasSignIn ? 'settings.signOut' : 'settings.removeAccount')}
        </button>
      )}
      <PageAccountSettings accountId={account.id} />
    </div>
  );
}
