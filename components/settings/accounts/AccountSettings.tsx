import { Fragment } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import { send } from '../../../utils/browser/messages.ts';
import type { AccountIndex } from '../../../utils/core/accounts/account-index.ts';
import type { Settings } from '../../../utils/core/settings.ts';
import type { Change, SettingsState } from '../shared/use-settings.ts';
import { AccountRow } from './AccountRow.tsx';
import { NextChecks } from './NextChecks.tsx';
import { PollIntervalSettings } from './PollIntervalSettings.tsx';
import { TodaysTraffic } from './TodaysTraffic.tsx';
import '../../ui/page.css';

type Entry = AccountIndex['accounts'][number];
type Props = {
  accounts: Entry[];
  checks: SettingsState['checks'];
  settings: Settings;
  change: Change<Settings>;
};

/** The connected accounts, each with a button to sign out or remove it, how often they are asked, and when next. */
export function AccountSettings({ accounts, checks, settings, change }: Props) {
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
    <section class="page-section" id="accounts">
      <h2>{t('settings.section.accounts')}</h2>
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
      <PollIntervalSettings settings={settings} change={change} />
      <NextChecks accounts={accounts} checks={checks} isFixed={settings.pollIntervalMinutes !== null} />
      <TodaysTraffic hasAccounts={accounts.length > 0} checks={Object.values(checks)} />
    </section>
  );
}

/** Of one that cannot be read not even the name may be known. */
function withName(account: Entry): Entry {
  return account.name === '' ? { ...account, name: t('settings.unreadableAccount') } : account;
}
