import { html } from 'hono/html';
import type { Transaction } from '../wire.ts';
import { formatMoney, formatTime } from './amounts.ts';
import { type Markup, page } from './layout.ts';

export function receiptPage(transaction: Transaction): Markup {
  return page(
    'Receipt',
    html`<section data-testid="receipt">
      <dl>
        <dt>Number</dt>
        <dd>${transaction.confirmationCode}</dd>
        <dt>Plan</dt>
        <dd>${transaction.planName}</dd>
        <dt>Paid</dt>
        <dd>${formatTime(transaction.payTime)} UTC</dd>
        <dt>State</dt>
        <dd>${transaction.status}</dd>
        <dt>Amount</dt>
        <dd class="total">${formatMoney(transaction.cost)}</dd>
      </dl>
      <p class="quiet">Simulated: no money moved.</p>
    </section>`,
  );
}
