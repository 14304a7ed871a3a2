import { t, translateKey } from '../../../utils/browser/i18n.ts';
import type { ListedProvider } from '../../../utils/browser/messages.ts';
import { foldName, hasWordFrom, isSellerNamed } from '../../../utils/core/sellers/find-sellers.ts';
import type { KnownSeller } from '../../../utils/core/sellers/known-sellers.ts';
import { hostOf } from '../../../utils/core/values/urls.ts';
import { regionNames } from '../../format/region-names.ts';
import { ChoiceRow } from './ChoiceRow.tsx';
import { ProviderRow } from './ProviderRow.tsx';

const maxShown = 6;

type Props = {
  typed: string;
  sellers: readonly KnownSeller[];
  providers: readonly ListedProvider[];
  /** The origin of a typed address that tells no figures; null: it is a name, or nothing is known of it yet. */
  site: string | null;
  chooseSeller: (seller: KnownSeller) => void;
  chooseProvider: (provider: ListedProvider) => void;
  chooseSite: (origin: string) => void;
  enterByHand: () => void;
};

/** What a typed name may mean, and the way that is there for any card. */
export function SellerChoices(props: Props) {
  const { typed, sellers, providers, site, chooseSeller, chooseProvider, chooseSite, enterByHand } = props;
  const known = sellers.slice(0, maxShown);
  const isInSeveralCountries = known.filter((seller) => isSellerNamed(seller, typed)).length > 1;
  const isUnknown = known.length === 0 && providers.length === 0 && site === null;
  return (
    <>
      <p role="status" class="page-quiet" data-testid="none-found">
        {isInSeveralCountries ? t('connect.whichCountry') : isUnknown ? t('connect.noneFound') : null}
      </p>
      <ul class="start-list" data-testid="choices">
        {known.map((seller) => (
          <li key={seller.home}>
            <ChoiceRow
              title={seller.name}
              about={regionNames(seller.countries).join(', ')}
              testId="known-seller"
              choose={() => chooseSeller(seller)}
            />
          </li>
        ))}
        {providers.map((provider) => (
          <li key={provider.id}>
            <ProviderRow provider={provider} choose={() => chooseProvider(provider)} />
          </li>
        ))}
        {site === null ? null : (
          <li>
            <ChoiceRow
              title={t('connect.siteOf', { host: hostOf(site) })}
              about={t('connect.website.about')}
              testId="site"
              choose={() => chooseSite(site)}
            />
          </li>
        )}
        <li>
          <ChoiceRow
            title={t('connect.addByHand', { name: typed.trim() })}
            about={t('connect.another.about')}
            testId="provider"
            providerId="manual"
            choose={enterByHand}
          />
        </li>
      </ul>
    </>
  );
}

/** The providers that are meant by a name: by theirs, by whom they are for, or by what their devices are called. */
export function matchingProviders(providers: readonly ListedProvider[], typed: string): ListedProvider[] {
  const text = foldName(typed);
  if (text === '') return [];
  return providers.filter(({ textKey, aliases, id, isForAnyCard = false }) => {
    const texts = [translateKey(`provider.${textKey}.name`), translateKey(`provider.${textKey}.for`), ...aliases, id];
    return !isForAnyCard && texts.some((name) => hasWordFrom(foldName(name), text));
  });
}
