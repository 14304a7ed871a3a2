import { useRef, useState } from 'preact/hooks';
import { type Messages, type PurchaseResult, send } from '../../utils/browser/messages.ts';
import {
  type Confirmation,
  type ConfirmationRequest,
  noConfirmation,
} from '../../utils/core/orders/decide-purchase.ts';
import type { CardId } from '../../utils/core/usage/card-id.ts';
import type { Money } from '../../utils/core/values/money.ts';

/** Why there is no order: the plan is not on sale, or the background did not answer. */
export type PurchaseProblem = 'refused' | 'no-worker';

/** What continues an order that is there. */
type OrderAction = 'resumeOrder' | 'acceptPrice' | 'acceptCheckoutOrigin';

/** A plan and the price the user was shown. */
type PurchaseRequest = { card: CardId; planId: string; cost: Money };

/**
 * One purchase at a time: while one is being sent, further clicks on a purchase do nothing. What continues an order
 * that has appeared meanwhile is sent next, once. `confirmation`: what the user has to confirm before the purchase is
 * sent again, and what was confirmed before; null: nothing to confirm.
 */
export type PurchaseFlow = {
  isBusy: boolean;
  problem: PurchaseProblem | null;
  confirmation: (ConfirmationRequest & { purchase: PurchaseRequest; confirmed: Confirmation }) | null;
  buy: (purchase: PurchaseRequest) => void;
  confirm: () => void;
  /** Back to what the purchase was asked for with. */
  cancel: () => void;
  buyAtPage: (card: CardId) => void;
  runOrderAction: <Type extends OrderAction>(type: Type, payload: Messages[Type]['payload']) => void;
};

export function usePurchase(): PurchaseFlow {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PurchaseProblem | null>(null);
  const [confirmation, setConfirmation] = useState<PurchaseFlow['confirmation']>(null);
  const running = useRef<keyof Messages | null>(null);
  const next = useRef<(() => void) | null>(null);
  const opener = useRef<Element | null>(null);
  const run = (
    type: keyof Messages,
    action: () => Promise<PurchaseResult>,
    toConfirm: Omit<NonNullable<PurchaseFlow['confirmation']>, keyof ConfirmationRequest> | null,
  ) => {
    running.current = type;
    setBusy(true);
    setProblem(null);
    setConfirmation(null);
    action()
      .then((result) => {
        if (result?.isRefused) setProblem('refused');
        if (result?.confirmation && toConfirm) setConfirmation({ ...result.confirmation, ...toConfirm });
      })
      .catch(() => setProblem('no-worker'))
      .finally(() => {
        running.current = null;
        setBusy(false);
        const runNext = next.current;
        next.current = null;
        runNext?.();
      });
  };
  const sendPurchase = (purchase: PurchaseRequest, confirmed: Confirmation) => {
    if (running.current !== null) return;
    run('renew', () => send('renew', { ...purchase, confirmation: confirmed }), { purchase, confirmed });
  };
  return {
    isBusy,
    problem,
    confirmation,
    buy: (purchase) => {
      opener.current = document.activeElement;
      sendPurchase(purchase, noConfirmation);
    },
    confirm: () => {
      if (!confirmation) return;
      const { purchase, confirmed, reasons, openOrder } = confirmation;
      sendPurchase(purchase, {
        reasons: [...confirmed.reasons, ...reasons],
        openOrderId: openOrder?.id ?? confirmed.openOrderId,
      });
    },
    cancel: () => {
      setConfirmation(null);
      if (opener.current instanceof HTMLElement) opener.current.focus();
    },
    buyAtPage: (card) => {
      if (running.current === null) run('renewAtPage', () => send('renewAtPage', { card }), null);
    },
    runOrderAction: (type, payload) => {
      const start = () => run(type, () => send(type, payload), null);
      if (running.current === null) start();
      else if (running.current !== type) next.current = start;
    },
  };
}
