import type { ReadPart } from '../../core/page/reading.ts';
import type { RecipeFacts, RecipePart } from '../../core/page/recipe.ts';
import { type Balance, type Card, type Module, type Plan, singleModule } from '../../core/usage/card.ts';
import type { UsageSnapshot } from '../../core/usage/usage-snapshot.ts';
import { dayMs, latestOf } from '../../core/values/time.ts';
import type { PageFigures } from '../adapter/provider.ts';
import { balanceFromRemaining, usedUp } from '../adapter/to-snapshot.ts';

/**
 * The cards that a page's recipe names, by what the page says of them; of parts that are missing nothing is known. All
 * times are by our clock: a page tells none of its own.
 */
export function toPageSnapshot(
  name: string,
  { accountKey, recipe, parts, readAt, validForMs }: PageFigures,
): UsageSnapshot {
  const keysOfCards = [...new Set(recipe.parts.map(({ cardKey }) => cardKey))];
  const cards = keysOfCards.map((key) => {
    const ofCard = recipe.parts.filter(({ cardKey }) => cardKey === key);
    const title = keysOfCards.length > 1 ? ofCard[0]?.name || name : name;
    const card = toCard(key, title, ofCard, parts, readAt);
    return key === recipe.parts[0]?.cardKey && recipe.facts ? withFacts(card, recipe.facts) : card;
  });
  return {
    accountKey,
    cards,
    measuredAt: readAt,
    expiresAt: readAt + validForMs,
    checkedAt: readAt,
    skewMs: 0,
    // Two readings that were missed make it old too.
    floorMs: Math.min(validForMs / 2, dayMs),
    etag: null,
  };
}

function toCard(
  key: string,
  title: string,
  recipeParts: readonly RecipePart[],
  parts: readonly ReadPart[],
  readAt: number,
): Card {
  const found = recipeParts.map((part) => ({ part, read: parts.find(({ id }) => id === part.id) ?? null }));
  // Added up with what has none, the totals of some parts would be no total of the card.
  const hasTotals = found.every(({ read }) => read?.balance.kind !== 'known' || read.balance.totalBytes !== null);
  const modules = found.map(
    ({ part, read }): Module => ({
      ...singleModule(part.id, toBalance(read, hasTotals)),
      name: part.name,
      expiresAt: read?.endsAt ?? null,
    }),
  );
  const ends = modules.map(({ expiresAt }) => expiresAt);
  return {
    key,
    title,
    subscriberId: null,
    state: 'active',
    measuredAt: readAt,
    plans: [
      {
        id: key,
        name: recipeParts[0]?.name || title,
        state: 'active',
        startsAt: null,
        expiresAt: ends.includes(null) ? null : latestOf(ends),
        regions: [],
        modules,
      },
    ],
  };
}

function withFacts(card: Card, { lineEndsAt, firstUse, credit }: RecipeFacts): Card {
  if (firstUse === null) return { ...card, lineEndsAt, credit };
  const plans = card.plans.map((plan): Plan => ({ ...plan, state: 'not-started', startBefore: firstUse.by }));
  return { ...card, lineEndsAt, credit, plans };
}

/** Without a total a known balance has a quota of 0: more is left than that, so that none is shown. */
function toBalance(read: ReadPart | null, hasTotal: boolean): Balance {
  if (read === null) return { kind: 'unknown' };
  if (read.balance.kind === 'unlimited') return { kind: 'unlimited' };
  const { leftBytes, totalBytes } = read.balance;
  const quotaBytes = hasTotal ? totalBytes : null;
  return leftBytes === 0 ? usedUp(quotaBytes) : balanceFromRemaining(quotaBytes ?? 0, leftBytes);
}

/** Whether two snapshots of a page say the same, whenever that was. */
export function isSameUsage(a: UsageSnapshot | null, b: UsageSnapshot): boolean {
  const said = ({ cards }: UsageSnapshot) => JSON.stringify(cards.map(({ key, plans }) => [key, plans]));
  return a !== null && said(a) === said(b);
}
