import { countText, dateTimeText, t } from '../../../utils/browser/i18n.ts';
import type { Seller } from '../../../utils/core/accounts/account.ts';
import { type Card, hasBegun, type Module, omittedPartCount, type Plan } from '../../../utils/core/usage/card.ts';
import {
  activeModules,
  cardBalance,
  type DisplayMode,
  hasUnknownModule,
  moduleBalance,
  remainingShare,
} from '../../../utils/core/usage/card-balance.ts';
import { partsEndingFirst } from '../../../utils/core/usage/extra-line.ts';
import { regionalParts } from '../../../utils/core/usage/regional-parts.ts';
import { toSellerTime, type UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { balanceText, moduleNotes, regionalPartText } from './module-text.ts';
import './ModuleList.css';

type Props = { card: Card; snapshot: UsageSnapshot; seller: Seller; view: DisplayMode; now: number };

/** The parts of the balance, and those that are not included in it, being for other traffic. */
export function ModuleList({ card, snapshot, seller, view, now }: Props) {
  const sellerNow = toSellerTime(snapshot, now);
  const ending = partsEndingFirst(card, sellerNow).map(({ module }) => module);
  const parts = activeModules(card, sellerNow).map(({ plan, module, endsAt }) => {
    const when = endsAt === null ? '' : dateTimeText(endsAt - snapshot.skewMs, now);
    const end = ending.includes(module) ? t('details.endsFirst', { when }) : t('popup.until', { when });
    return { plan, module, end: endsAt === null ? null : end };
  });
  const others = otherTraffic(card, sellerNow).map((part) => ({ ...part, end: null }));
  const isPartial = hasUnknownModule(card, sellerNow) && cardBalance(card, sellerNow).kind !== 'unknown';
  const omitted = omittedPartCount(card);
  return (
    <>
      {parts.length > 0 ? (
        <ul class="module-list" aria-label={t('popup.parts')} data-testid="modules">
          {parts.map((part) => (
            <ModuleRow key={keyOf(part)} {...part} seller={seller} view={view} />
          ))}
        </ul>
      ) : null}
      {regionalParts(card, sellerNow).map((part) => (
        <p class="module-note" data-testid="regional-part" key={part.regions.join()}>
          {regionalPartText(part, seller.byteUnit)}
        </p>
      ))}
      {isPartial ? <p class="module-note">{t('popup.someUnknown', { seller: seller.name })}</p> : null}
      {omitted > 0 ? (
        <p class="module-note" data-testid="omitted-parts">
          {t('popup.omittedParts', { seller: seller.name, count: countText(omitted) })}
        </p>
      ) : null}
      {others.length > 0 ? (
        <>
          <h3 class="module-head">{t('popup.notCounted')}</h3>
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

type Row = { plan: Plan; module: Module; end: string | null };

function ModuleRow({ plan, module, end, seller, view }: Row & { seller: Seller; view: DisplayMode }) {
  const notes = [end, ...moduleNotes(module, seller.byteUnit)].filter((note) => note !== null);
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

/** The modules of running plans that cannot be used for everything; ended ones are left out. */
function otherTraffic(card: Card, sellerNow: number): { plan: Plan; module: Module }[] {
  return card.plans
    .filter((plan) => hasBegun(plan, card.measuredAt, sellerNow))
    .filter(({ expiresAt }) => expiresAt === null || expiresAt > sellerNow)
    .flatMap((plan) => plan.modules.map((module) => ({ plan, module })))
    .filter(({ module }) => !module.categories.includes('generic') && module.state !== 'expired')
    .filter(({ module }) => module.expiresAt === null || module.expiresAt > sellerNow);
}

function keyOf({ plan, module }: Row): string {
  return `${plan.id}/${module.id}/${plan.startsAt}`;
}

function shareOf(balance: Module['balance']): number | null {
  return balance.kind === 'known' && balance.quotaBytes === 0 ? null : remainingShare(moduleBalance(balance));
}
