import { countText, dateTimeText, t } from '../../../utils/browser/i18n.ts';
import type { Seller } from '../../../utils/core/accounts/account.ts';
import { type Card, type Module, omittedPartCount, type Plan } from '../../../utils/core/usage/card.ts';
import {
  activeModules,
  cardBalance,
  type DisplayMode,
  hasUnknownModule,
  moduleBalance,
  remainingShare,
} from '../../../utils/core/usage/card-balance.ts';
import { toSellerTime, type UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { balanceText, moduleNotes } from './module-text.ts';
import './ModuleList.css';

type Props = { card: Card; snapshot: UsageSnapshot; seller: Seller; view: DisplayMode; now: number };

/** The modules of the balance if there are several, and those not counted in it: other categories, queued plans. */
export function ModuleList({ card, snapshot, seller, view, now }: Props) {
  const sellerNow = toSellerTime(snapshot, now);
  const ourTimeText = (at: number) => dateTimeText(at - snapshot.skewMs, now);
  const parts = activeModules(card, sellerNow).map(({ plan, module, endsAt }) => ({
    ...{ plan, module },
    when: endsAt === null ? null : t('popup.until', { when: ourTimeText(endsAt) }),
  }));
  const others = notCounted(card, sellerNow).map(({ plan, module }) => ({
    ...{ plan, module },
    when: startText(plan, sellerNow, ourTimeText),
  }));
  const isPartial = hasUnknownModule(card, sellerNow) && cardBalance(card, sellerNow).kind !== 'unknown';
  const omitted = omittedPartCount(card);
  const [only] = parts;
  const notes = only && parts.length === 1 ? moduleNotes(only.module, seller.byteUnit) : [];
  return (
    <>
      {notes.length > 0 ? <p class="module-note">{notes.join(' · ')}</p> : null}
      {parts.length > 1 ? (
        <ul class="module-list" aria-label={t('popup.parts')} data-testid="modules">
          {parts.map((part) => (
            <ModuleRow key={keyOf(part)} {...part} seller={seller} view={view} />
          ))}
        </ul>
      ) : null}
      {isPartial ? <p class="module-note">{t('popup.someUnknown', { seller: seller.name })}</p> : null}
      {omitted > 0 ? (
        <p class="module-note" data-testid="omitted-parts">
          {t('popup.omittedParts', { seller: seller.name, count: countText(omitted) })}
        </p>
      ) : null}
      {others.length > 0 ? (
        <>
          <p class="module-note module-head">{t('popup.notCounted')}</p>
          <ul class="module-list" aria-label={t('popup.notCounted')} data-testid="modules-apart">
            {others.map((part) => (
              <ModuleRow key={keyOf(part)} {...part} seller={seller} view="left" />
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

type Row = { plan: Plan; module: Module; when: string | null };

function ModuleRow({ plan, module, when, seller, view }: Row & { seller: Seller; view: DisplayMode }) {
  const notes = [when, ...moduleNotes(module, seller.byteUnit)].filter((note) => note !== null);
  const share = shareOf(module.balance);
  return (
    <li>
      <bdi>{module.name || plan.name}</bdi>
      <bdi class="module-left">{balanceText(module.balance, seller.byteUnit, view)}</bdi>
      {share === null ? null : (
        <span class="module-bar">
          <i style={{ inlineSize: `${(view === 'used' ? 1 - share : share) * 100}%` }} />
        </span>
      )}
      {notes.length > 0 ? <small>{notes.join(' · ')}</small> : null}
    </li>
  );
}

/** Modules the user has but cannot use for everything or not yet; expired ones are left out. */
function notCounted(card: Card, sellerNow: number): { plan: Plan; module: Module }[] {
  const active = activeModules(card, sellerNow).map(({ module }) => module);
  return card.plans
    .filter((plan) => plan.state !== 'expired' && !(plan.expiresAt !== null && plan.expiresAt <= sellerNow))
    .flatMap((plan) => plan.modules.map((module) => ({ plan, module })))
    .filter(({ module }) => !active.includes(module) && module.state !== 'expired')
    .filter(({ module }) => module.expiresAt === null || module.expiresAt > sellerNow);
}

function startText(plan: Plan, sellerNow: number, timeText: (at: number) => string): string | null {
  if (plan.startsAt !== null && plan.startsAt > sellerNow) return t('popup.starts', { when: timeText(plan.startsAt) });
  return plan.state === 'queued' ? t('popup.startsLater') : null;
}

function keyOf({ plan, module }: Row): string {
  return `${plan.id}/${module.id}/${plan.startsAt}`;
}

function shareOf(balance: Module['balance']): number | null {
  return balance.kind === 'known' && balance.quotaBytes === 0 ? null : remainingShare(moduleBalance(balance));
}
