import { instantText, momentText, t } from '../utils/browser/words.ts';
import type { Seller } from '../utils/core/account.ts';
import { type Balance, type Card, type Reading, sellerTimeFor } from '../utils/core/card.ts';
import { countingModules, figureFor, hasUnknownModule } from '../utils/core/figure.ts';
import type { ByteUnit } from '../utils/core/units.ts';
import { figureWords } from './amount-words.ts';
import './ModuleList.css';

type Props = { card: Card; reading: Reading; seller: Seller; now: number };

/** The parts of the figure where it has several, and what starts later. */
export function ModuleList({ card, reading, seller, now }: Props) {
  const sellerNow = sellerTimeFor(reading, now);
  const parts = countingModules(card, sellerNow);
  const queued = card.plans.filter(({ state }) => state === 'queued');
  const isPartial = hasUnknownModule(card, sellerNow) && figureFor(card, sellerNow).kind !== 'unknown';
  return (
    <>
      {parts.length > 1 ? (
        <ul class="module-list" aria-label={t('popup.parts')}>
          {parts.map(({ plan, module, endsAt }) => (
            <li key={`${plan.id}/${module.id}`}>
              <bdi>{module.name || plan.name}</bdi>
              <small>
                {endsAt === null ? null : t('popup.until', { when: momentText(endsAt - reading.skewMs, now) })}
              </small>
              <bdi class="module-left">{balanceText(module.balance, seller.byteUnit)}</bdi>
              <span class="module-bar">
                <i style={{ inlineSize: `${shareOf(module.balance) * 100}%` }} />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {isPartial ? <p class="module-note">{t('popup.someUnknown', { seller: seller.name })}</p> : null}
      {queued.map((plan) => (
        <p class="module-note" key={plan.id}>
          {plan.startsAt === null
            ? t('popup.queuedLater', { plan: plan.name })
            : t('popup.queued', { plan: plan.name, when: instantText(plan.startsAt - reading.skewMs, now) })}
        </p>
      ))}
    </>
  );
}

function balanceText(balance: Balance, byteUnit: ByteUnit): string {
  if (balance.kind === 'unknown') return t('popup.notTold');
  if (balance.kind !== 'known') return figureWords(balance, byteUnit);
  return figureWords({ kind: 'known', leftBytes: balance.remainingBytes, totalBytes: null }, byteUnit);
}

function shareOf(balance: Balance): number {
  if (balance.kind === 'unlimited') return 1;
  if (balance.kind === 'coarse') return { out: 0, low: 0.25, high: 0.75 }[balance.level];
  if (balance.kind === 'unknown' || balance.quotaBytes === 0) return 0;
  return Math.min(1, balance.remainingBytes / balance.quotaBytes);
}
