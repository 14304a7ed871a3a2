import { useId, useRef } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import type { ListedProvider } from '../../../utils/browser/messages.ts';
import type { FormValues } from '../../../utils/core/forms/form-field.ts';
import { findSellers, isSellerNamed } from '../../../utils/core/sellers/find-sellers.ts';
import { type KnownSeller, parseKnownSellers } from '../../../utils/core/sellers/known-sellers.ts';
import sellerTable from '../../../utils/core/sellers/sellers.tsv?raw';
import { hostOf, parseOrigin } from '../../../utils/core/values/urls.ts';
import { useLoadedState } from '../../hooks/use-loaded-state.ts';
import { sellerBranding } from '../../page/seller-branding.ts';
import { isInThisNetwork, readsHotspot } from '../flow/connect-flow.ts';
import type { FrontPage } from '../flow/front-page.ts';
import { useConnect } from '../flow/use-connect.ts';
import type { ChosenProvider } from '../flow/use-provider-form.ts';
import { BadgePicture } from '../success/BadgePicture.tsx';
import { ConnectedAccounts } from './ConnectedAccounts.tsx';
import { DemoButton } from './DemoButton.tsx';
import { DeveloperList } from './DeveloperList.tsx';
import { matchingProviders, SellerChoices } from './SellerChoices.tsx';
import { SellerForm } from './SellerForm.tsx';
import type { SellerSite } from './SellerPage.tsx';
import { Ways } from './Ways.tsx';
import './StartPage.css';
import '../../ui/page.css';

type Props = {
  /** A seller's address, as the page was opened with; null: none. */
  address: string | null;
  frontPage: FrontPage | null;
  providers: readonly ListedProvider[];
  choose: (chosen: ChosenProvider) => void;
  openSite: (site: SellerSite, seller: KnownSeller | null) => void;
  enterByHand: (name: string, seller: KnownSeller | null) => void;
  onConnected: (accountId: string) => void;
};

const knownSellers = parseKnownSellers(sellerTable);

/** Who sold the card? A name or an address leads to the way that works. */
export function StartPage(props: Props) {
  const { address, frontPage, providers, choose, openSite, enterByHand, onConnected } = props;
  const headingId = useId();
  const choices = useRef<HTMLDivElement>(null);
  const chooseSeller = (seller: KnownSeller) => {
    if (seller.hasWebAccount === false) enterByHand(seller.name, seller);
    else openSite(seller, seller);
  };
  const chooseProvider = (provider: ListedProvider, initialValues: FormValues = {}) =>
    choose({ provider, accountId: null, initialValues });
  /** A seller that is known by exactly this is what was meant, whatever else begins so. */
  const chooseMeant = (typed: string): boolean => {
    const found = findSellers(knownSellers, typed);
    const named = found.filter((seller) => isSellerNamed(seller, typed));
    const [meant, ...others] = named.length > 0 ? named : found;
    if (!meant || others.length > 0) return false;
    chooseSeller(meant);
    return true;
  };
  const connect = useConnect(address ?? sellerBranding.address, onConnected, chooseMeant);
  const { typed, found } = connect;
  const sellers = findSellers(knownSellers, typed);
  const isDevice = isInThisNetwork(typed);
  const matching = isDevice ? providers.filter(readsHotspot) : matchingProviders(providers, typed);
  const submitName = () => {
    if (typed.trim() === '') return connect.setNotice({ kind: 'empty' });
    const [provider] = matching;
    if (sellers.length + matching.length === 0) return enterByHand(typed.trim(), null);
    if (provider && sellers.length === 0 && matching.length === 1) return chooseProvider(provider);
    if (chooseMeant(typed)) return;
    connect.setNotice({ kind: 'choose' });
    choices.current?.querySelector('button')?.focus();
  };
  const isSiteWithoutFigures = connect.isAddress && connect.activity !== 'looking' && sellers.length === 0;
  const name = found && address !== null ? found.seller.name : sellerBranding.name;
  const accounts = useLoadedState()?.index.accounts ?? [];
  return (
    <main class="page">
      <p class="start-picture">
        <BadgePicture text="1.2" />
        {t('connect.upHere')}
      </p>
      <h1 id={headingId}>{name ? t('connect.headingOf', { seller: name }) : t('connect.heading')}</h1>
      <SellerForm connect={connect} headingId={headingId} submitName={submitName} />
      {typed.trim() === '' ? (
        <Ways
          frontPage={frontPage}
          providers={providers}
          choose={choose}
          enterByHand={() => enterByHand('', null)}
          onConnected={onConnected}
        />
      ) : found ? null : (
        <div ref={choices}>
          <SellerChoices
            typed={typed}
            sellers={sellers}
            providers={matching}
            site={isSiteWithoutFigures ? parseOrigin(typed) : null}
            chooseSeller={chooseSeller}
            chooseProvider={(provider) => chooseProvider(provider, isDevice ? { address: typed.trim() } : {})}
            chooseSite={(home) => openSite({ name: hostOf(home), home }, null)}
            enterByHand={() => enterByHand(typed.trim(), null)}
          />
        </div>
      )}
      <div class="start-more">
        {accounts.length > 0 ? null : <DemoButton onConnected={onConnected} />}
        <DeveloperList providers={providers} choose={(provider) => chooseProvider(provider)} />
      </div>
      <ConnectedAccounts accounts={accounts} />
    </main>
  );
}
