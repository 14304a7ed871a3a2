import { html } from 'hono/html';
import type { Markup } from '../../pages/layout.ts';
import type { AccountView } from './account-view.ts';

/** The other design of the rendered site: offers first, then one table. */
export function redesignedPage(view: AccountView): Markup {
  const { left, packageSize, endsOn, end } = view.table;
  const deals = view.offers.map(
    ({ name, detail, price }) =>
      html`<div class="deal"><strong>${detail}</strong><span>${name} · ${price}</span></div>`,
  );
  const rows = view.allowances.map(
    (part) => html`<tr><th>${part.name}</th><td>${part.total}</td><td>${part.left}</td><td>${end}</td></tr>`,
  );
  return html`<div class="hero">
      <h1>${view.title}</h1>
      <p>${view.planName} · <a href="/top-up">${view.topUp}</a></p>
    </div>
    <div class="deals">
      <h3>${view.offersTitle}</h3>
      ${deals}
    </div>
    <div class="overview">
      <h3>${view.heading}</h3>
      <table>
        <thead>
          <tr><th></th><th>${packageSize}</th><th>${left}</th><th>${endsOn}</th></tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
}
