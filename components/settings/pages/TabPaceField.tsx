import { openAmountText, t } from '../../../utils/browser/i18n.ts';
import { type TabPace, tabPaces } from '../../../utils/core/page/ways/page-reads.ts';
import '../../ui/page.css';

/** `pageBytes`: of one reading; null: not known. */
type Props = { pace: TabPace; pageBytes: number | null; change: (pace: TabPace) => void };

/** How often a day the page may be opened in a tab, each with what that takes. */
export function TabPaceField({ pace, pageBytes, change }: Props) {
  return (
    <label class="page-field">
      <span>{t('page.limits.pace')}</span>
      <select
        data-testid="page-tab-pace"
        value={pace}
        onChange={({ currentTarget }) => {
          const chosen = tabPaces.find((one) => String(one) === currentTarget.value);
          if (chosen) change(chosen);
        }}
      >
        {tabPaces.map((one) => (
          <option value={one} key={one}>
            {paceText(one, pageBytes)}
          </option>
        ))}
      </select>
    </label>
  );
}

function paceText(pace: TabPace, pageBytes: number | null): string {
  const text = t(`page.limits.pace${pace}`);
  if (pageBytes === null) return text;
  return t('page.limits.paceSize', { pace: text, amount: openAmountText(pageBytes * pace, 1000, 'up') });
}
