import { openAmountText, t } from '../../../utils/browser/i18n.ts';
import { send } from '../../../utils/browser/messages.ts';
import { readingWayOf } from '../../../utils/core/page/setup/reading-cost.ts';
import { defaultPageLimits, type PageLimits } from '../../../utils/core/page/ways/page-reads.ts';
import { readingWayText } from '../../format/reading-way-text.ts';
import { usePageAccount } from '../../hooks/use-page-account.ts';
import { Checkbox } from '../shared/Checkbox.tsx';
import { CopyRecipe } from './CopyRecipe.tsx';
import { RenewalPage } from './RenewalPage.tsx';
import { TabPaceField } from './TabPaceField.tsx';
import './PageAccountSettings.css';
import '../../ui/page.css';

/** Of the data of a day. */
const dailyChoices = [0, 100_000, 300_000, 1_000_000];

/** How the page of an account is read, what that may take, and where it is renewed; nothing for one without a page. */
export function PageAccountSettings({ accountId }: { accountId: string }) {
  const shown = usePageAccount(accountId);
  if (!shown) return null;
  const { account, page, reads, recipe } = shown;
  const limits = reads?.limits ?? defaultPageLimits;
  const change = (some: Partial<PageLimits>) =>
    void send('setPageLimits', { accountId, limits: { ...limits, ...some } }).catch(() => undefined);
  return (
    <div class="page-reading" data-testid="page-settings">
      <p class="page-quiet" data-testid="reading-way">
        {readingWayText(readingWayOf(page, reads))}
      </p>
      {page.isKeptUpToDate ? (
        <>
          <label class="page-field">
            <span>{t('page.limits.daily')}</span>
            <select
              data-testid="page-budget"
              value={limits.dailyBytes}
              onChange={({ currentTarget }) => change({ dailyBytes: Number(currentTarget.value) })}
            >
              {[...new Set([...dailyChoices, limits.dailyBytes])].map((bytes) => (
                <option value={bytes} key={bytes}>
                  {bytes === 0 ? t('page.limits.none') : openAmountText(bytes, 1000)}
                </option>
              ))}
            </select>
          </label>
          <Checkbox testId="page-tabs" isOn={limits.opensTabs} change={(opensTabs) => change({ opensTabs })}>
            {reads?.tabBytes
              ? t('page.limits.tabSize', { amount: openAmountText(reads.tabBytes, 1000, 'up') })
              : t('page.limits.tab')}
          </Checkbox>
          {limits.opensTabs ? (
            <TabPaceField
              pace={limits.tabsPerDay}
              pageBytes={reads?.tabBytes ?? null}
              change={(tabsPerDay) => change({ tabsPerDay })}
            />
          ) : null}
        </>
      ) : null}
      <RenewalPage account={account} page={page} />
      {recipe ? <CopyRecipe recipe={recipe} /> : null}
    </div>
  );
}
