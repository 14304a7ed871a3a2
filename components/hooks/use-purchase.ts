import { useRef, useState } from 'preact/hooks';
import { type PurchaseResult, send } from '../../utils/browser/messages.ts';
import {
  type Confirmation,
  type ConfirmationRequest,
  noConfirmation,
} from '../../utils/core/orders/decide-purchase.ts';
import type { CardId } from '../../utils/core/usage/card-id.ts';
import type { Money } from '../../utils/core/values/money.ts';

/** Why there is no order: the plan is not on sale, or the background did not answer. */
export type PurchaseProblem = 'refused' | 'no-worker';

/** A plan and the price the user was shown. */
type PurchaseRequest = { card: CardId; planId: string; cost: Money };

/**
 * One purchase at a time: while one is being sent, further clicks do nothing. `confirmation`: what the user has to
 * confirm before the purchase is sent again, and what was confirmed before; null: nothing to confirm.
 */
export type PurchaseFlow = {
  isBusy: boolean;
  problem: PurchaseProblem | null;
  confirmation: (ConfirmationRequest & { purchase: PurchaseRequest; confirmed: Confirmation }) | null;
  buy: (purchase: PurchaseRequest) => void;
  confirm: () => void;
  /** Back to what the purchase was asked for with. */
  cancel: () => void;
  runOrderAction: (action: () => Promise<PurchaseResult>) => void;
};

export function usePurchase(): PurchaseFlow {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PurchaseProblem | null>(null);
  const [confirmation, setConfirmation] = useState<PurchaseFlow['confirmation']>(null);
  const isRunning = useRef(false);
  const opener = useRef<Element | null>(null);
  const run = (
    action: () => Promise<PurchaseResult>,
    toConfirm: Omit<NonNullable<PurchaseFlow['confirmation']>, keyof ConfirmationRequest> | null,
  ) => {
    if (isRunning.current) return;
    isRunning.current = true;
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
        isRunning.current = false;
        setBusy(false);
      });
  };
  const sendPurchase = (purchase: PurchaseRequest, confirmed: Confirmation) =>
    run(() => send('renew', { ...purchase, confirmation: confirmed }), { purchase, confirmed });
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
    runOrderAction: (action) => run(action, null),
  };
}
