import { figureText, moneyText, t } from '../../utils/browser/i18n.ts';
import type { MonthSpending } from '../../utils/core/history/spent-by-month.ts';
import { monthText } from '../format/date-text.ts';

/** What was spent on a card in each month, in each currency by itself. */
export function SpentByMonth({ months }: { months: MonthSpending[] }) {
  if (months.length === 0) return null;
  return (
    <section class="page-section" data-testid="spent">
      <h2>{t('history.spent')}</h2>
      <table class="history-table">
        <thead>
          <tr>
            <th scope="col">{t('history.month')}</th>
            <th scope="col">{t('history.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ startsAt, amounts }) => (
            <tr key={startsAt}>
              <th scope="row">{monthText(startsAt)}</th>
              <td>
                {amounts.map((amount) => (
                  <bdi class="spent-amount" key={amount.currency}>
                    {figureText(moneyText(amount))}
                  </bdi>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
