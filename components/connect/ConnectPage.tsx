import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { ConnectedAccounts } from './ConnectedAccounts.tsx';
import { ConnectSuccess, type ToolbarPin } from './ConnectSuccess.tsx';
import { ProviderForm } from './ProviderForm.tsx';
import { ProviderPicker } from './ProviderPicker.tsx';
import { SellerForm } from './SellerForm.tsx';
import { SellerWebsite } from './SellerWebsite.tsx';
import { type ConnectQuery, useProviders } from './use-providers.ts';
import '../ui/page.css';
import '../ui/primary-button.css';

/** Connects an account by a seller's address or a provider from the list; then shows the result. */
export function ConnectPage({ query, isPinned, watchPinned }: { query: ConnectQuery } & ToolbarPin) {
  const { providers, chosen, choose } = useProviders(query);
  const [accountId, setAccountId] = useState<string | null>(null);
  if (accountId !== null) return <ConnectSuccess accountId={accountId} isPinned={isPinned} watchPinned={watchPinned} />;
  if (chosen) return <ProviderForm chosen={chosen} back={() => choose(null)} onConnected={setAccountId} />;
  return (
    <main class="page">
      <SellerForm address={query.seller} onConnected={setAccountId} />
      <SellerWebsite />
      <ProviderPicker
        providers={providers}
        choose={(provider) => choose({ provider, accountId: null, initialValues: {} })}
      />
      <p class="page-quiet">{t('connect.warnsNobody')}</p>
      <ConnectedAccounts />
    </main>
  );
}
