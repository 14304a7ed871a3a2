import type { Random } from '../../bench/random.ts';

/* What a seller would like to sell, and what is said of it. */

const whole = (random: Random, low: number, high: number) => Math.round(random.between(low, high));
const price = (random: Random) => (whole(random, 5, 60) - 0.01).toFixed(2);

export function offer(random: Random): string {
  const size = whole(random, 10, 200);
  return (
    `<section class="offer">` +
    `<h3>${random.pick(['Smart', 'Plus', 'Max', 'Travel', 'Young'])} ${random.pick(['S', 'M', 'L', 'XL'])}</h3>` +
    `<div class="offer-data"><strong>${size} GB</strong><span>data a month</span></div>` +
    `<ul><li>5G network</li><li>+${whole(random, 1, 20)} GB bonus</li>` +
    `<li>EU roaming up to ${whole(random, 5, 30)} GB</li></ul>` +
    `<p class="offer-price"><b>${price(random)} €</b> a month</p><a href="/buy/${size}">Choose</a></section>`
  );
}

export function comparison(random: Random): string {
  const rows = Array.from({ length: 12 }, (_, index) => {
    const data = whole(random, 1, 150);
    return (
      `<tr><th scope="row">Plan ${index + 1}</th><td>${data} GB</td><td>${whole(random, 50, 300)} Mbit/s</td>` +
      `<td>${price(random)} €</td><td>${random.pick(['24 months', '1 month', '28 days'])}</td></tr>`
    );
  });
  return (
    '<section class="compare"><h2>Compare our plans</h2><table><thead><tr><th>Plan</th><th>Data</th><th>Speed</th>' +
    `<th>Price</th><th>Term</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`
  );
}

type Question = readonly [question: string, answer: string];

const questions: readonly [Question, ...Question[]] = [
  ['How do I see how much data I have left?', 'Open your account. We also send a text when only 500 MB are left.'],
  ['What happens when my data is used up?', 'You surf at 64 kbit/s, or book 1 GB for 3.99 € until midnight.'],
  ['Is data carried over?', 'Up to 2 GB of data left at the end of the month is added to the next one.'],
  ['How much is 10 GB?', 'About 5 hours of video: an hour of HD uses 2 GB, an hour of music 60 MB.'],
  ['Can I share my data?', 'Yes: of 20 GB you may give 10 GB to your family until 31 December 2026.'],
];

export function frequentQuestion(random: Random): string {
  const [question, answer] = random.pick(questions);
  return `<details class="faq"><summary>${question}</summary><div><p>${answer}</p></div></details>`;
}

export function review(random: Random): string {
  const left = whole(random, 1, 9);
  const text = random.pick([
    `After two weeks in Spain I still had ${left} GB left.`,
    `Used ${left} GB in three days, works everywhere.`,
    `You get ${left * 10} GB for the price of ${left} GB elsewhere!`,
    'Fast delivery, the code came at once.',
  ]);
  return (
    `<article class="review"><h4>${random.pick(['Great', 'Good value', 'Works', 'So so'])}</h4>` +
    `<p>${'★'.repeat(whole(random, 1, 5))}</p><p>${text}</p><footer>${random.pick(['Mia', 'Jon', 'Ravi', 'Lucía'])}, ` +
    `${whole(random, 1, 28)} October 2026</footer></article>`
  );
}
