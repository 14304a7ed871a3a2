import { t } from '../../../utils/browser/i18n.ts';
import type { ListedProvider } from '../../../utils/browser/messages.ts';
import { hostOf } from '../../../utils/core/values/urls.ts';
import { readsHotspot } from '../flow/connect-flow.ts';
import { type HotspotNotice, useHotspot } from '../flow/use-hotspot.ts';
import type { ChosenProvider } from '../flow/use-provider-form.ts';
import { ChoiceRow } from './ChoiceRow.tsx';
import { ProviderRow } from './ProviderRow.tsx';

type Props = {
  providers: readonly ListedProvider[];
  choose: (chosen: ChosenProvider) => void;
  onConnected: (accountId: string) => void;
};

/** One press looks for a hotspot in this network. Where there is none it says so, and takes another address. */
export function HotspotWay({ providers, choose, onConnected }: Props) {
  const { isBusy, notice, search } = useHotspot(onConnected, (providerId, address) => {
    const provider = providers.find(({ id }) => id === providerId);
    if (provider) choose({ provider, accountId: null, initialValues: { address }, firstNotice: { kind: 'no-amount' } });
  });
  const hotspots = providers.filter(readsHotspot);
  const hasEnded = notice !== null && !isBusy;
  return (
    <>
      <ChoiceRow
        title={t('connect.hotspot.title')}
        about={t('connect.hotspot.about')}
        testId="hotspot"
        isBusy={isBusy}
        choose={search}
      />
      <div class="way-answer" hidden={notice === null && !isBusy}>
        <p role="status" data-testid="hotspot-status">
          {isBusy ? t('connect.hotspot.looking') : notice && hotspotText(notice)}
        </p>
        {hasEnded && notice.kind === 'locked' ? (
          <a class="link" href={notice.origin} target="_blank" rel="noreferrer">
            {t('connect.open', { host: hostOf(notice.origin) })}
          </a>
        ) : null}
      </div>
      {hasEnded
        ? hotspots.map((provider) => (
            <ProviderRow
              key={provider.id}
              provider={provider}
              choose={() => choose({ provider, accountId: null, initialValues: {} })}
            />
          ))
        : null}
    </>
  );
}

function hotspotText(notice: HotspotNotice): string {
  switch (notice.kind) {
    case 'none':
      return t('connect.hotspot.none');
    case 'locked':
      return t('connect.hotspot.locked', { host: hostOf(notice.origin) });
    case 'not-allowed':
      return t('connect.hotspot.notAllowed');
    case 'cannot-save':
      return t('connect.cannotSave');
    case 'stopped':
      return t('offer.problem.noWorker');
  }
}
