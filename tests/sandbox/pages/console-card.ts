import { html } from 'hono/html';
import type { OwnedCard } from '../data/cards.ts';
import { mainModulePosition, moduleAt, UNLIMITED_BYTES } from '../rules/modules.ts';
import { formatBytes, formatTime } from './amounts.ts';
import type { Markup } from './layout.ts';

export function cardSection(owned: OwnedCard): Markup {
  const { card, bytesPerSecond } = owned;
  const hidden = html`<input type="hidden" name="card" value="${card.userKey}" />`;
  const button = (verb: string, label: string, value = '') =>
    html`<form method="post" action="/do/${verb}">
      ${hidden}<input type="hidden" name="value" value="${value}" /><button data-testid="${verb}">${label}</button>
    </form>`;
  const field = (verb: string, label: string, unit: string) =>
    html`<form method="post" action="/do/${verb}">
      ${hidden}
      <input class="size" name="value" placeholder="${unit}" inputmode="decimal" aria-label="${label} (${unit})" required />
      <button data-testid="${verb}">${label}</button>
    </form>`;
  return html`<section data-testid="card-${card.userKey}">
    <h2>${card.title} <span class="quiet">${card.subscriberId} · ${owned.accountKey}</span></h2>
    <div data-live="card-${card.userKey}">${balanceSummary(owned)}</div>
    <div class="row">
      ${button('use', 'Use 100 MB', '100')} ${field('set-left', 'Set left', 'MB')}
    </div>
    <div class="row">
      ${field('use-steadily', 'Use steadily', 'MB/s')} ${bytesPerSecond > 0 ? button('use-steadily', 'Stop', '0') : ''}
    </div>
    <div class="row">
      ${button('jump', '2 days before expiry', String(48 * 3_600_000))}
      ${button('unstart', 'Not started', String(97 * 24 * 3_600_000))}
      ${button('jump', '1 hour before', String(3_600_000))} ${button('jump', 'Expired', '-60000')}
    </div>
  </section>`;
}

function balanceSummary({ card, bytesPerSecond, reissued }: OwnedCard): Markup {
  const position = mainModulePosition(card, Date.now());
  const module = position && moduleAt(card, position);
  const plan = position && card.plans[position.plan];
  const balance = module?.byteBalance;
  const isUnlimited = balance?.quotaBytes === UNLIMITED_BYTES;
  const balanceText = !balance
    ? 'no numbers'
    : isUnlimited
      ? 'Unlimited'
      : `${formatBytes(balance.remainingBytes)} of ${formatBytes(balance.quotaBytes)}`;
  const bar = html`<progress
    aria-label="Left"
    max="${Number(balance?.quotaBytes ?? 1)}"
    value="${Number(balance?.remainingBytes ?? 0)}"
  ></progress>`;
  const isWaiting = plan?.planState === 'NOT_STARTED';
  const end = module?.expirationTime ?? plan?.expirationTime;
  const datesText = isWaiting ? `not started, by ${formatTime(plan?.startBefore)}` : `ends ${formatTime(end)}`;
  const usageText = bytesPerSecond > 0 ? ` · using ${formatBytes(bytesPerSecond)}/s` : '';
  return html`<p class="balance" data-testid="left">${balanceText}</p>
    ${balance && !isUnlimited ? bar : ''}
    <p class="quiet">
      ${reissued ? 'REISSUED' : (card.cardState ?? 'ACTIVE')} · ${plan?.planName} · ${datesText}
      UTC${usageText}
    </p>`;
}
