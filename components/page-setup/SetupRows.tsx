import { amountText, t } from '../../utils/browser/i18n.ts';
import type { PageDraft } from '../../utils/core/page/page-draft.ts';
import { bytesOf, totalBytesOf } from '../../utils/core/page/setup/draft-amounts.ts';
import { endOf } from '../../utils/core/page/setup/shown-reading.ts';
import { PointButton } from './PointButton.tsx';
import { endText, pageText } from './setup-text.ts';
import type { PageSetup } from './use-page-setup.ts';

type Props = { draft: PageDraft; setup: PageSetup };

/** What was read beside the number, each with a way to change it where it is not being asked for. */
export function SetupRows({ draft, setup }: Props) {
  const { answers, questions } = setup;
  const isAsked = (kind: 'total' | 'end') => questions.some((question) => question.kind === kind);
  const total = totalBytesOf(draft, answers);
  const end = endOf(draft, answers);
  const [figure] = draft.figures;
  const bytes = figure && !setup.isUnanswered('meaning', 'total') ? bytesOf(figure, draft, answers) : null;
  const usedBytes = answers.meaning === 'used' ? bytes : null;
  const found = [figure?.heading, figure?.label].filter((text) => text);
  return (
    <dl class="page-setup-rows">
      {bytes === null || !figure?.isPercent ? null : (
        <>
          <dt>{t('page.shows')}</dt>
          <dd data-testid="page-shows">{pageText(draft, setup)}</dd>
        </>
      )}
      {usedBytes === null ? null : (
        <>
          <dt>{t('page.usedRow')}</dt>
          <dd>{amountText(usedBytes, answers.byteUnit, 'up')}</dd>
        </>
      )}
      {isAsked('total') ? null : (
        <>
          <dt>{t('page.of')}</dt>
          <dd data-testid="page-total">
            {total === null ? t('page.noTotal') : amountText(total, answers.byteUnit)}{' '}
            <ChangeButton name={t('page.changeOf')} testId="change-total" open={() => setup.open('total')} />
          </dd>
        </>
      )}
      {isAsked('end') ? null : (
        <>
          <dt>{t('page.until')}</dt>
          <dd data-testid="page-end">
            {end === null ? t('page.noEnd') : endText(end)}{' '}
            <ChangeButton name={t('page.changeUntil')} testId="change-end" open={() => setup.open('end')} />{' '}
            {end === null ? (
              <PointButton what="end" url={draft.url} setup={setup} />
            ) : (
              <small class="page-quiet">{t('page.yourZone')}</small>
            )}
          </dd>
        </>
      )}
      {found.length === 0 ? null : (
        <>
          <dt>{t('page.foundUnder')}</dt>
          <dd>
            <bdi>{figure?.heading}</bdi>
            {found.length > 1 ? ' · ' : null}
            <bdi>{figure?.label}</bdi>
          </dd>
        </>
      )}
      {setup.topUpUrl === null ? null : (
        <>
          <dt>{t('page.renewsAt')}</dt>
          <dd>
            <TopUpChoice url={setup.topUpUrl} setup={setup} />
          </dd>
        </>
      )}
    </dl>
  );
}

function TopUpChoice({ url, setup }: { url: string; setup: PageSetup }) {
  const { host, pathname } = new URL(url);
  return (
    <label class="page-check">
      <input
        type="checkbox"
        data-testid="page-top-up"
        checked={setup.answers.topUpUrl !== null}
        aria-label={`${t('page.renewsAt')} ${host}${pathname}`}
        onChange={(event) => setup.setTopUp(event.currentTarget.checked)}
      />
      <bdi>
        {host}
        {pathname === '/' ? null : pathname}
      </bdi>
    </label>
  );
}

function ChangeButton({ name, testId, open }: { name: string; testId: string; open: () => void }) {
  return (
    <button type="button" class="small-button" aria-label={name} data-testid={testId} onClick={open}>
      {t('page.change')}
    </button>
  );
}
