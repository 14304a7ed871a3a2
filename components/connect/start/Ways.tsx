import { t } from '../../../utils/browser/i18n.ts';
import type { ListedProvider } from '../../../utils/browser/messages.ts';
import { FoldedRow } from '../../ui/FoldedRow.tsx';
import type { FrontPage } from '../flow/front-page.ts';
import type { ChosenProvider } from '../flow/use-provider-form.ts';
import { ChoiceRow } from './ChoiceRow.tsx';
import { FrontPageWay } from './FrontPageWay.tsx';
import { HotspotWay } from './HotspotWay.tsx';
import { WebsiteSteps } from './WebsiteSteps.tsx';

type Props = {
  frontPage: FrontPage | null;
  providers: readonly ListedProvider[];
  choose: (chosen: ChosenProvider) => void;
  enterByHand: () => void;
  onConnected: (accountId: string) => void;
};

/** The ways for those who do not type who sold them the card. */
export function Ways({ frontPage, providers, choose, enterByHand, onConnected }: Props) {
  return (
    <ul class="start-list">
      {frontPage === null ? null : (
        <li>
          <FrontPageWay page={frontPage} />
        </li>
      )}
      <li>
        <HotspotWay providers={providers} choose={choose} onConnected={onConnected} />
      </li>
      <li>
        <FoldedRow
          title={
            <>
              {t('connect.website.title')}
              {/* At most 60 words stand before the first choice, those of the page in front among them. */}
              {frontPage === null ? <small>{t('connect.website.about')}</small> : null}
            </>
          }
          summary={null}
          testId="seller-website"
        >
          {() => <WebsiteSteps />}
        </FoldedRow>
      </li>
      <li>
        <ChoiceRow
          title={t('connect.another.title')}
          about={t('connect.another.about')}
          testId="provider"
          providerId="manual"
          choose={enterByHand}
        />
      </li>
    </ul>
  );
}
