import { useRef, useState } from 'preact/hooks';
import { type Renewal, send } from '../../utils/browser/messages.ts';
import { noYes, type Question, type Yes } from '../../utils/core/orders/decide-purchase.ts';
import type { CardId } from '../../utils/core/usage/card-id.ts';
import type { Money } from '../../utils/core/values/money.ts';

/** What came in the way where no order tells it: the plan is not on sale, or the background did not answer. */
export type Problem = 'refused' | 'no-worker';

/** A plan and the price the person sees. */
export type Buy = { card: CardId; planId: string; cost: Money };

/**
 * Buying is one thing at a time: while one wish is under way, further clicks do nothing. `question`: what needs a second
 * click, `confirm`, and what was said yes to before; `refuse` lets it be.
 */
export type RenewalWish = {
  isBusy: boolean;
  problem: Problem | null;
  question: (Question & { buy: Buy; yes: Yes }) | null;
  buy: (ask: Buy) => void;
  confirm: () => void;
  refuse: () => void;
  run: (wish: () => Promise<Renewal>) => void;
};

export function useRenewal(): RenewalWish {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [question, setQuestion] = useState<RenewalWish['question']>(null);
  const underWay = useRef(false);
  const start = (
    wish: () => Promise<Renewal>,
    wanted: Omit<NonNullable<RenewalWish['question']>, keyof Question> | null,
  ) => {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    setProblem(null);
    setQuestion(null);
    wish()
      .then((answer) => {
        if (answer?.isRefused) setProblem('refused');
        if (answer?.question && wanted) setQuestion({ ...answer.question, ...wanted });
      })
      .catch(() => setProblem('no-worker'))
      .finally(() => {
        underWay.current = false;
        setBusy(false);
      });
  };
  const ask = (buy: Buy, yes: Yes) => start(() => send('renew', { ...buy, yes }), { buy, yes });
  return {
    isBusy,
    problem,
    question,
    buy: (wanted) => ask(wanted, noYes),
    confirm: () => {
      if (!question) return;
      const { buy, yes, doubts, openOrder } = question;
      ask(buy, { doubts: [...yes.doubts, ...doubts], openOrderId: openOrder?.id ?? yes.openOrderId });
    },
    refuse: () => setQuestion(null),
    run: (wish) => start(wish, null),
  };
}
