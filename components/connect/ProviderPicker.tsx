import { useState } from 'preact/hooks';
import { locale, t, translateKey } from '../../utils/browser/i18n.ts';
import type { ListedProvider } from '../../utils/browser/messages.ts';
import './ProviderPicker.css';

type Props = { providers: readonly ListedProvider[]; choose: (provider: ListedProvider) => void };

/** The providers that are not found by a seller's address, with a search by name. */
export function ProviderPicker({ providers, choose }: Props) {
  const [query, setQuery] = useState('');
  const found = providers.filter((provider) => matches(provider, query));
  const groups = [
    { heading: null, listed: found.filter(({ isForKeyOwners }) => !isForKeyOwners) },
    { heading: t('connect.keyOwners'), listed: found.filter(({ isForKeyOwners }) => isForKeyOwners) },
  ].filter(({ listed }) => listed.length > 0);
  return (
    <section class="page-section provider-picker">
      <h2>{t('connect.others')}</h2>
      <p class="page-quiet">{t('connect.othersWhy')}</p>
      <label class="page-field">
        <span>{t('connect.search')}</span>
        <input
          type="search"
          data-testid="provider-search"
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </label>
      {groups.map(({ heading, listed }) => (
        <div class="provider-group" key={heading}>
          {heading === null ? null : <h3>{heading}</h3>}
          <ul class="page-list">
            {listed.map((provider) => (
              <li key={provider.id}>
                <button
                  type="button"
                  class="provider"
                  data-testid="provider"
                  data-provider-id={provider.id}
                  onClick={() => choose(provider)}
                >
                  <strong>{translateKey(`provider.${provider.textKey}.name`)}</strong>
                  <span class="page-quiet">{translateKey(`provider.${provider.textKey}.for`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p role="status" class="page-quiet" data-testid="none-found">
        {providers.length > 0 && found.every(({ isForAnyCard }) => isForAnyCard) ? t('connect.noneFound') : null}
      </p>
    </section>
  );
}

/** Searches the name, the description, the aliases and the id, ignoring case and accents. */
function matches({ textKey, aliases, id, isForAnyCard = false }: ListedProvider, query: string): boolean {
  const texts = [translateKey(`provider.${textKey}.name`), translateKey(`provider.${textKey}.for`), ...aliases, id];
  const normalize = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase(locale());
  const needle = normalize(query).trim();
  return isForAnyCard || texts.some((text) => normalize(text).includes(needle));
}
