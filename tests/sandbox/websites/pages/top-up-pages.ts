import { html } from 'hono/html';
import type { Markup } from '../../pages/layout.ts';
import { TOP_UP_DAYS, TOP_UP_OFFERS, type TopUp, type TopUpOffer } from '../data/top-ups.ts';
import { formatBytes, formatPrice } from '../words/format.ts';
import type { Words } from '../words/words.ts';

export function topUpPage(words: Words): Markup {
  const offers = TOP_UP_OFFERS.map(
    (offer) =>
      html`<form class="box" method="post" action="/top-up">
        <input type="hidden" name="offer" value="${offer.id}" />
        ${offerSummary(offer, words)}
        <button data-testid="choose-${offer.id}">${words.choose}</button>
      </form>`,
  );
  return html`<h1>${words.topUp}</h1>
    <div class="plans">${offers}</div>`;
}

export function payPage(topUp: TopUp, words: Words): Markup {
  if (topUp.paidAt !== null) {
    return html`<h1>${words.paid}</h1>
      <p>${words.paidText}</p>
      <p><a class="button" href="/account">${words.account}</a></p>`;
  }
  return html`<h1>${words.confirm}</h1>
    <form class="box" method="post" action="/pay/${topUp.reference}">
      ${offerSummary(topUp.offer, words)}
      <button data-testid="pay">${words.pay(formatPrice(topUp.offer.cents, words.tag))}</button>
    </form>`;
}

function offerSummary({ name, bytes, cents }: TopUpOffer, words: Words): Markup {
  return html`<h2>${name}</h2>
    <div>${words.forDays(formatBytes(bytes, words.tag), TOP_UP_DAYS)}</div>
    <p>${formatPrice(cents, words.tag)}</p>`;
}
