import { countText, isolated, locale, moneyText, t } from '../../../utils/browser/i18n.ts';
import type { Seller } from '../../../utils/core/accounts/account.ts';
import type { Order } from '../../../utils/core/orders/order.ts';
import { isCredited } from '../../../utils/core/orders/order.ts';
import type { SellerTerms } from '../../../utils/core/orders/seller-order.ts';
import type { CardBalance } from '../../../utils/core/usage/card-balance.ts';
import { cleanText } from '../../../utils/core/values/clean-text.ts';
import { balanceAmountText } from '../../format/data-amount-text.ts';
import { orderStatusText } from '../../format/order-status-text.ts';
import { enteredPlanText } from '../../format/purchase-text.ts';

/** What is known of an order that needs the seller's help. `measuredAt`: of `balanceNow`, our clock. */
export type SupportCase = {
  order: Order;
  cardTitle: string;
  /** Masked by the seller. */
  cardNumber: string | null;
  seller: Seller;
  balanceNow: CardBalance;
  measuredAt: number | null;
  now: number;
};

type SupportFact = { label: string; value: string };

/** What the support will ask for, the most important first. */
export function supportFacts(support: SupportCase): SupportFact[] {
  const { order, cardTitle, cardNumber, seller, balanceNow, measuredAt, now } = support;
  const facts: [string, string | null][] = [
    [t('support.order'), idText(order.id)],
    [t('support.code'), order.confirmationCode],
    [t('support.card'), cardText(cardTitle, cardNumber)],
    [t('support.plan'), planText(order, seller)],
    [t('support.price'), order.cost && asEntered(moneyText(order.cost), seller)],
    [t('order.sellerSays', { seller: seller.name }), order.sellerTerms && termsText(order.sellerTerms)],
    [t('support.standing'), orderStatusText(order, seller, now)],
    [t('support.ordered'), fullText(order.createdAt)],
    [t('support.paid'), order.paidAt === null ? null : fullText(order.paidAt)],
    [t('support.credited'), isCredited(order) ? fullText(order.changedAt) : null],
    [t('support.before'), balanceAmountText(order.balanceBefore, seller.byteUnit)],
    [t('support.now'), balanceAsOfText(balanceAmountText(balanceNow, seller.byteUnit), measuredAt)],
    [t('support.looks'), pollCountText(order)],
    [
      t('support.opens'),
      order.checkoutOpenCount === 0 ? null : t('support.times', { count: countText(order.checkoutOpenCount) }),
    ],
  ];
  return facts.flatMap(([label, value]) => (value === null ? [] : { label, value }));
}

/** The same as a message to the seller. */
export function supportText(support: SupportCase): { subject: string; lines: string[] } {
  const { order, seller, now } = support;
  return {
    subject: t('support.subject', { order: idText(order.id), standing: orderStatusText(order, seller, now) }),
    lines: [t('support.please'), '', ...supportFacts(support).map((fact) => t('support.line', fact))],
  };
}

function planText(order: Order, seller: Seller): string {
  const entered = seller.page === null ? '' : enteredPlanText(order, seller);
  return entered === '' ? order.planName || idText(order.planId) : asEntered(entered, seller);
}

/** Of a seller with nothing but a page plan and price are known from the user alone. */
function asEntered(value: string, { page }: Seller): string {
  return page === null ? value : t('support.entered', { value });
}

/** An id of the seller’s may hold anything, and here it must not make lines of its own. */
function idText(id: string): string {
  return cleanText(id, 200);
}

/** Null: the seller names neither plan nor price. */
function termsText({ planId, planName, cost }: SellerTerms): string | null {
  const plan = planName ?? (planId === null ? null : idText(planId));
  return [plan, cost && moneyText(cost)].filter(Boolean).join(' · ') || null;
}

/** With year and time zone: support may read it later and elsewhere. */
function fullText(at: number): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'long' }).format(at);
}

/** A title made unique by the card's number contains it already. */
function cardText(title: string, number: string | null): string {
  return number === null || title.includes(number) ? title : `${isolated(title)} (${isolated(number)})`;
}

function balanceAsOfText(amount: string, measuredAt: number | null): string {
  return measuredAt === null ? amount : t('support.asOf', { amount, when: fullText(measuredAt) });
}

/** Orders saved by an older version have `polledAt` but no count. */
function pollCountText({ pollCount, polledAt }: Order): string | null {
  if (polledAt === null) return null;
  return t('support.looksLast', { count: countText(Math.max(pollCount, 1)), when: fullText(polledAt) });
}
