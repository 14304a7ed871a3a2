import { html } from 'hono/html';
import type { Purchase } from '../data/purchases.ts';
import type { Offer } from '../wire.ts';
import { formatBytes, formatDuration, formatMoney } from './amounts.ts';
import { codeBox, type Markup, page, problem } from './layout.ts';

const METHODS = { card: 'Bank card', paypal: 'PayPal', wallet: 'E-wallet' } as const;
export type Method = keyof typeof METHODS;

export function isMethod(value: string | undefined): value is Method {
  return value !== undefined && Object.hasOwn(METHODS, value);
}

function orderSummary(offer: Offer, buyer: string): Markup {
  return html`<section data-testid="summary">
    <h2>${offer.planName}</h2>
    <dl>
      <dt>For</dt>
      <dd>${buyer}</dd>
      <dt>Data</dt>
      <dd>${offer.quotaBytes === undefined ? 'Unlimited' : formatBytes(offer.quotaBytes)}</dd>
      <dt>Valid</dt>
      <dd>${formatDuration(offer.duration)}</dd>
      <dt>To pay</dt>
      <dd class="total">${formatMoney(offer.cost)}</dd>
    </dl>
  </section>`;
}

export function methodPage(purchase: Purchase, buyer: string): Markup {
  const choices = Object.entries(METHODS).map(
    ([value, label]) =>
      html`<label class="choice">
        <input type="radio" name="method" value="${value}" data-testid="pay-method" ${value === 'card' ? 'checked' : ''} />
        <span>${label}<br /><span class="quiet">simulated, no money moves</span></span>
      </label>`,
  );
  return page(
    'Checkout',
    html`${orderSummary(purchase.offer, buyer)}
      <section>
        <h2>How would you like to pay?</h2>
        ${problem(purchase.failure && `${purchase.failure.errorMessage} You can try another way.`)}
        <form method="post" action="/s/${purchase.session}/method">
          ${choices}
          <div class="row"><button class="main" data-testid="continue">Continue</button></div>
        </form>
        ${cancelForm(purchase)}
      </section>`,
  );
}

export function verifyPage(
  purchase: Purchase,
  buyer: string,
  step: { method: Method; code: string; problem: string | null },
): Markup {
  return page(
    'Confirm the payment',
    html`${orderSummary(purchase.offer, buyer)}
      <section>
        <h2>${METHODS[step.method]} <span class="quiet">(simulated, no money moves)</span></h2>
        ${problem(step.problem)} ${codeBox('verification-shown', step.code)}
        <form method="post" action="/s/${purchase.session}/pay">
          <input type="hidden" name="method" value="${step.method}" />
          <label>
            <span>Verification code</span>
            <input name="code" data-testid="verification" inputmode="numeric" autocomplete="one-time-code" />
          </label>
          <div class="row">
            <button class="main" name="outcome" value="pay" data-testid="pay">Pay ${formatMoney(purchase.offer.cost)}</button>
            <button name="outcome" value="decline" data-testid="decline">Be declined</button>
          </div>
        </form>
        ${cancelForm(purchase)}
      </section>`,
  );
}

function cancelForm(purchase: Purchase): Markup {
  return html`<form class="row" method="post" action="/s/${purchase.session}/cancel">
    <button data-testid="cancel">Cancel the order</button>
  </form>`;
}

const RESULTS: Partial<Record<Purchase['status'], string>> = {
  PAID: 'Paid. Your data is being credited. You can close this tab.',
  CREDITED: 'Paid. Your data has been credited. You can close this tab.',
  QUEUED: 'Paid. Your plan starts when the present one ends. You can close this tab.',
  CANCELLED: 'The order was cancelled. Nothing was charged. You can close this tab.',
  EXPIRED: 'This order has expired. Nothing was charged. You can close this tab.',
  REFUNDED: 'This order was refunded. You can close this tab.',
};

export function resultPage(purchase: Purchase, receiptUrl: string | null): Markup {
  const receipt = html`<p><a href="${receiptUrl ?? ''}" data-testid="receipt-link">Receipt</a></p>`;
  return page(
    purchase.offer.planName,
    html`<section>
      <p data-testid="result" data-status="${purchase.status}">${RESULTS[purchase.status] ?? purchase.status}</p>
      ${receiptUrl === null ? '' : receipt}
    </section>`,
  );
}

export function linkPage(offer: Offer, reference: string): Markup {
  return page(
    'Checkout',
    html`${orderSummary(offer, 'a new order')}
      <section>
        <p class="quiet">Reference: <span data-testid="reference">${reference || 'none'}</span></p>
        <form method="post"><button class="main" data-testid="pay">Pay ${formatMoney(offer.cost)}</button></form>
      </section>`,
  );
}

export function donePage(title: string, text: string): Markup {
  return page(title, html`<section><p data-testid="result">${text}</p></section>`);
}
