import { html, raw } from 'hono/html';
import type { OwnedCard } from '../data/cards.ts';
import type { CreditDelay, Fault, Transaction } from '../types.ts';
import { formatMoney, formatTime } from './amounts.ts';
import { cardSection } from './console-card.ts';
import { type Markup, page } from './layout.ts';

export type ConsoleState = {
  sellerUrl: string;
  cards: OwnedCard[];
  transactions: Transaction[];
  faults: readonly Fault[];
  creditDelay: CreditDelay;
  accounts: { accountKey: string; phone: string; cardToken: string }[];
};

const KINDS = ['offline', 'slow', 'hang', '401', '403', '429', '503', 'html', 'truncated'].concat(
  ...['wrong-types', 'redirect', 'empty', 'huge'],
);
const PLACES = ['', 'planStatus', 'planOffer', 'checkout', 'transactions', 'token', 'discovery', 'all'];
const DELAYS = ['0', '1500', '10000', '60000', 'never', 'queued'];

/** Updates the live parts every two seconds; a part that has the focus is left alone. */
const LIVE_UPDATE = `
  setInterval(async () => {
    const answer = await fetch('/').catch(() => null);
    if (!answer) return;
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const old of document.querySelectorAll('[data-live]')) {
      const fresh = next.querySelector('[data-live="' + old.dataset.live + '"]');
      if (fresh && fresh.innerHTML !== old.innerHTML && !old.contains(document.activeElement)) old.replaceWith(fresh);
    }
  }, 2000);
`;

export function consolePage(state: ConsoleState, problem: string | null): Markup {
  return page(
    'Console of the sandbox seller',
    html`${problem === null ? '' : html`<p class="problem" role="alert">${problem}</p>`}
      <p>Address for Gigabar: <b data-testid="seller-url">${state.sellerUrl}</b></p>
      <div class="grid">${state.cards.map(cardSection)}</div>
      ${purchaseSection(state.transactions)} ${creditSection(state.creditDelay)} ${faultSection(state.faults)}
      ${accountSection(state)}
      <section>
        <form method="post" action="/do/reset"><button data-testid="reset">Reset everything to the seed</button></form>
      </section>
      <script>
        ${raw(LIVE_UPDATE)}
      </script>`,
    true,
  );
}

function options(values: readonly string[], chosen: string, name: (value: string) => string): Markup[] {
  return values.map(
    (value) => html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${name(value)}</option>`,
  );
}

function creditSection(delay: CreditDelay): Markup {
  const name = (value: string) => {
    if (value === 'never') return 'never';
    if (value === 'queued') return 'at once, starts when the present plan ends';
    return value === '0' ? 'at once' : `after ${Number(value) / 1000} s`;
  };
  const values = DELAYS.includes(String(delay)) ? DELAYS : [String(delay), ...DELAYS];
  return html`<section>
    <h2>Paid data arrives</h2>
    <form class="row" method="post" action="/do/credit-delay">
      <select name="delay" data-testid="credit-delay" aria-label="Credit delay">
        ${options(values, String(delay), name)}
      </select>
      <button>Set</button>
    </form>
  </section>`;
}

function faultSection(faults: readonly Fault[]): Markup {
  const active = faults.map(
    (fault) => html`<li>${fault.kind} on ${fault.on ?? 'the API'}, ${fault.times ?? 'every'} time(s)</li>`,
  );
  return html`<section>
    <h2>Faults</h2>
    <div data-live="faults">${faults.length === 0 ? html`<p class="quiet">None.</p>` : html`<ul>${active}</ul>`}</div>
    <form class="row" method="post" action="/do/fault">
      <select name="kind" data-testid="fault-kind" aria-label="Kind">${options(KINDS, '503', (value) => value)}</select>
      <select name="on" data-testid="fault-on" aria-label="On">${options(PLACES, '', (value) => value || 'the API')}</select>
      <input class="size" name="times" placeholder="times" inputmode="numeric" aria-label="Times" />
      <input class="size" name="retryAfter" placeholder="Retry-After" aria-label="Retry-After" />
      <button data-testid="fault-add">Add</button>
    </form>
    <form class="row" method="post" action="/do/clear-faults"><button data-testid="fault-clear">Clear all</button></form>
  </section>`;
}

function purchaseSection(transactions: readonly Transaction[]): Markup {
  const actionForm = (transaction: Transaction, verb: string, states: string[]) =>
    states.includes(transaction.status)
      ? html`<form method="post" action="/do/${verb}">
          <input type="hidden" name="id" value="${transaction.transactionId}" />
          <button>${verb}</button>
        </form>`
      : '';
  const payable = ['PENDING_PAYMENT', 'PAYMENT_FAILED'];
  const rows = transactions.map(
    (each) =>
      html`<tr>
        <td>${formatTime(each.createTime)}</td>
        <td>${each.planName}</td>
        <td>${formatMoney(each.cost)}</td>
        <td>${each.status}</td>
        <td>
          <div class="row">
            ${actionForm(each, 'pay', payable)} ${actionForm(each, 'decline', payable)} ${actionForm(each, 'expire', payable)}
            ${actionForm(each, 'credit', ['PAID', 'QUEUED'])} ${actionForm(each, 'refund', ['PAID', 'CREDITED', 'QUEUED'])}
          </div>
        </td>
      </tr>`,
  );
  const table = html`<table>
    <thead><tr><th>Made (UTC)</th><th>Plan</th><th>Price</th><th>State</th><th></th></tr></thead>
    <tbody>${rows}</tbody>
  </table>`;
  return html`<section>
    <h2>Purchases</h2>
    <div class="scroll" data-live="purchases">
      ${rows.length === 0 ? html`<p class="quiet">None yet.</p>` : table}
    </div>
  </section>`;
}

function accountSection({ accounts }: ConsoleState): Markup {
  const rows = accounts.map(
    (account) =>
      html`<div class="row">
        <span>${account.accountKey} · ${account.phone} · card token <b>${account.cardToken}</b></span>
        <form method="post" action="/do/sign-out">
          <input type="hidden" name="account" value="${account.accountKey}" />
          <button>End its sign-ins</button>
        </form>
        <form method="post" action="/do/revoke-card-token">
          <input type="hidden" name="account" value="${account.accountKey}" />
          <button>Revoke the card token</button>
        </form>
      </div>`,
  );
  return html`<section><h2>Accounts</h2>${rows}</section>`;
}
