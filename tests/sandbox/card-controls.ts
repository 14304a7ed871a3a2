import { addCards } from './data/accounts.ts';
import { cardsOf, getCard, listCards, saveCard, setReissued, setUseRate } from './data/cards.ts';
import { applyPatch } from './data/patch.ts';
import { applyDueChanges } from './payments.ts';
import { withExpiryIn } from './rules/expiry.ts';
import { asUnstarted } from './rules/first-use.ts';
import { withRemainingBytes, withUsed } from './rules/usage.ts';
import type { SellerContext } from './seller-context.ts';
import type { Card, Module, Patch, Plan } from './types.ts';

export function cardControls(context: SellerContext) {
  const { db } = context;
  const read = (cardKey: string): Card => {
    applyDueChanges(context);
    return getCard(db, cardKey).card;
  };
  const change = (cardKey: string, changed: (card: Card) => Card) => saveCard(db, cardKey, changed(read(cardKey)));

  return {
    card: read,
    cards: (accountKey?: string): Card[] => {
      applyDueChanges(context);
      if (accountKey !== undefined) return cardsOf(db, accountKey);
      return listCards(db).flatMap((owned) => (owned.reissued ? [] : [owned.card]));
    },
    addCards: (accountKey: string, count: number) => addCards(db, accountKey, count),
    use: (cardKey: string, bytes: number) => change(cardKey, (card) => withUsed(card, bytes, Date.now())),
    setLeft: (cardKey: string, bytes: number) => change(cardKey, (card) => withRemainingBytes(card, bytes, Date.now())),
    useSteadily: (cardKey: string, bytesPerSecond: number) => setUseRate(db, cardKey, bytesPerSecond),
    jumpToExpiry: (cardKey: string, msBeforeExpiry: number) =>
      change(cardKey, (card) => withExpiryIn(card, msBeforeExpiry, Date.now())),
    setUnstarted: (cardKey: string, msBeforeLapse: number) =>
      change(cardKey, (card) => asUnstarted(card, msBeforeLapse, Date.now())),
    setCard: (cardKey: string, patch: Patch<Card> & { reissued?: boolean }) => {
      const { reissued, ...rest } = patch;
      change(cardKey, (card) => applyPatch(card, rest));
      if (reissued !== undefined) setReissued(db, cardKey, reissued);
    },
    setPlan: (cardKey: string, planId: string, patch: Patch<Plan>) =>
      change(cardKey, (card) => {
        const index = card.plans.findIndex((plan) => plan.planId === planId);
        if (index < 0) throw new Error(`the card ${cardKey} has no plan ${planId}`);
        return { ...card, plans: card.plans.map((plan, at) => (at === index ? applyPatch(plan, patch) : plan)) };
      }),
    setModule: (cardKey: string, moduleId: string, patch: Patch<Module>) =>
      change(cardKey, (card) => {
        const hasModule = (plan: Plan) => plan.planModules.some((module) => module.moduleId === moduleId);
        const index = card.plans.findIndex(hasModule);
        if (index < 0) throw new Error(`the card ${cardKey} has no module ${moduleId}`);
        const plans = card.plans.map((plan, at) => (at === index ? patchModule(plan, moduleId, patch) : plan));
        return { ...card, plans };
      }),
  };
}

function patchModule(plan: Plan, moduleId: string, patch: Patch<Module>): Plan {
  const planModules = plan.planModules.map((module) =>
    module.moduleId === moduleId ? applyPatch(module, patch) : module,
  );
  return { ...plan, planModules };
}
