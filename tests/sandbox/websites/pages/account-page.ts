import { html } from 'hono/html';
import type { Markup } from '../../pages/layout.ts';
import type { AccountView, Allowance } from './account-view.ts';

/** The usual design of the rendered site: a block for each part of the plan. */
export function accountPage(view: AccountView): Markup {
  const offers = view.offers.map(
    ({ name, detail, price }) => html`<li><b>${name}</b> <span>${detail}</span> <em>${price}</em></li>`,
  );
  return html`<h1>${view.title}</h1>
    <div class="columns">
      <section class="plan">
        <h2>${view.heading}</h2>
        ${view.allowances.map((allowance) => bundle(allowance, view.validUntil))}
        <p><a class="button" href="/top-up">${view.topUp}</a></p>
      </section>
      <aside class="offers">
        <h2>${view.offersTitle}</h2>
        <ul>
          ${offers}
        </ul>
      </aside>
    </div>`;
}

function bundle({ name, label, left, ofTotal, percent }: Allowance, validUntil: string): Markup {
  const bar = html`<div
    class="bar"
    role="progressbar"
    aria-label="${label}"
    aria-valuemin="0"
    aria-valuemax="100"
    aria-valuenow="${percent}"
  >
    <span style="inline-size: ${percent}%"></span>
  </div>`;
  return html`<article class="bundle">
    <h3>${name}</h3>
    <p class="bundle-label">${label}</p>
    <p class="bundle-amount">${`${left} ${ofTotal}`.trim()}</p>
    ${percent === null ? '' : bar}
    <p class="bundle-until">${validUntil}</p>
  </article>`;
}
