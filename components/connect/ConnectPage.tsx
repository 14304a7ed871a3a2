import { useState } from 'preact/hooks';
import type { KnownSeller } from '../../utils/core/sellers/known-sellers.ts';
import { PageHeader } from '../page/PageHeader.tsx';
import { ConnectSuccess, type ToolbarPin } from './ConnectSuccess.tsx';
import type { FrontPage } from './flow/front-page.ts';
import { type ConnectQuery, useProviders } from './flow/use-providers.ts';
import { ProviderForm } from './ProviderForm.tsx';
import { SellerPage, type SellerSite } from './start/SellerPage.tsx';
import { StartPage } from './start/StartPage.tsx';

type Props = { query: ConnectQuery; frontPage: FrontPage | null } & ToolbarPin;

/** From who sold the card to its first figure; then shows the result. */
export function ConnectPage(props: Props) {
  return (
    <>
      <PageHeader current="cards" />
      <ConnectStep {...props} />
    </>
  );
}

function ConnectStep({ query, frontPage, ...pin }: Props) {
  const { providers, chosen, choose } = useProviders(query);
  const [accountId, setAccountId] = useState<string | null>(null);
  const [site, setSite] = useState<{ site: SellerSite; seller: KnownSeller | null } | null>(null);
  if (accountId !== null) return <ConnectSuccess accountId={accountId} {...pin} />;
  const enterByHand = (name: string, seller: KnownSeller | null) => {
    const provider = providers.find(({ isForAnyCard }) => isForAnyCard);
    const codes = seller?.codes ?? [];
    const [code, ...others] = codes.filter(({ to }) => to === null);
    // Of several the user has to know which one is theirs.
    const dial = code && others.length === 0 ? { dial: code.text } : {};
    const initialValues = { ...(name === '' ? {} : { name }), ...dial };
    if (provider) choose({ provider, accountId: null, initialValues, codes });
  };
  if (chosen) return <ProviderForm chosen={chosen} back={() => choose(null)} onConnected={setAccountId} />;
  if (site) {
    return (
      <SellerPage
        site={site.site}
        enterByHand={() => enterByHand(site.site.name, site.seller)}
        back={() => setSite(null)}
      />
    );
  }
  return (
    <StartPage
      address={query.seller}
      frontPage={frontPage}
      providers={providers}
      choose={choose}
      openSite={(opened, seller) => setSite({ site: opened, seller })}
      enterByHand={enterByHand}
      onConnected={setAccountId}
    />
  );
}
