import { t } from '../../../utils/browser/i18n.ts';
import type { ListedProvider } from '../../../utils/browser/messages.ts';
import { readsHotspot } from '../flow/connect-flow.ts';
import { ProviderRow } from './ProviderRow.tsx';
import '../../ui/disclosure.css';

type Props = { providers: readonly ListedProvider[]; choose: (provider: ListedProvider) => void };

/** The providers that take a key, which hardly a traveller has. */
export function DeveloperList({ providers, choose }: Props) {
  const withKey = providers.filter((provider) => !provider.isForAnyCard && !readsHotspot(provider));
  return (
    <details class="disclosure">
      <summary data-testid="developers">{t('connect.developers')}</summary>
      <ul class="start-list">
        {withKey.map((provider) => (
          <li key={provider.id}>
            <ProviderRow provider={provider} choose={() => choose(provider)} />
          </li>
        ))}
      </ul>
    </details>
  );
}
