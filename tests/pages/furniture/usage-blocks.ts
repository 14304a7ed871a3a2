import type { Random } from '../../bench/random.ts';

/* What a seller keeps of every day, call and click, and the data its scripts start from. */

const whole = (random: Random, low: number, high: number) => Math.round(random.between(low, high));

export function usageTable(random: Random): string {
  const month = whole(random, 1, 11);
  const rows = Array.from({ length: 28 }, (_, day) => {
    const megabytes = whole(random, 1, 900);
    return (
      `<tr><td>${day + 1}/${month}/2026</td><td>Internet</td><td>${megabytes} MB</td>` +
      `<td>${(megabytes / 100).toFixed(2)}</td></tr>`
    );
  });
  return (
    `<section class="usage"><h3>Usage in month ${month}</h3><table><thead><tr><th>Date</th><th>Service</th>` +
    `<th>Amount</th><th>Cost</th></tr></thead><tbody>${rows.join('')}</tbody><tfoot><tr><td>Total</td><td></td>` +
    `<td>${whole(random, 3, 40)}.${whole(random, 1, 9)} GB</td><td></td></tr></tfoot></table></section>`
  );
}

export function callTable(random: Random): string {
  const rows = Array.from({ length: 30 }, () => {
    const number = `+49 30 ${whole(random, 1_000_000, 9_999_999)}`;
    return (
      `<tr><td>${whole(random, 1, 28)}.${whole(random, 1, 12)}.2026</td><td>${number}</td>` +
      `<td>${whole(random, 1, 59)} min</td><td>0.00 €</td></tr>`
    );
  });
  return (
    '<section class="calls"><h3>Calls</h3><table><tr><th>Date</th><th>Number</th><th>Length</th><th>Cost</th></tr>' +
    `${rows.join('')}</table></section>`
  );
}

export function iconRow(random: Random): string {
  const icons = Array.from({ length: 20 }, () => {
    const path = Array.from({ length: 6 }, () => `L${whole(random, 0, 24)} ${whole(random, 0, 24)}`).join('');
    return `<svg viewBox="0 0 24 24" aria-hidden="true"><g><path d="M0 0${path}"/><circle r="2"/></g></svg>`;
  });
  return `<div class="icons">${icons.join('')}</div>`;
}

/** A script of a few hundred kilobytes, with amounts that nobody sees. */
export function hydration(random: Random): string {
  const days = Array.from({ length: 3_000 }, (_, day) => ({
    day,
    label: 'Data left',
    value: `${whole(random, 1, 90)} GB`,
    bytes: whole(random, 1, 1e9),
  }));
  return `<script id="state" type="application/json">${JSON.stringify({ days })}</script>`;
}
