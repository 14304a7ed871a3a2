import type { CreditDelay, Fault, Seller } from '../types.ts';

type Form = Record<string, string | undefined>;
type Action = (seller: Seller, form: Form) => void;

const MB = 1_000_000;

/** What the console's buttons do, by the names in their forms' paths; the same calls are there for tests. */
export const ACTIONS: Readonly<Record<string, Action>> = {
  use: (seller, form) => seller.use(cardOf(form), numberIn(form) * MB),
  'set-left': (seller, form) => seller.setLeft(cardOf(form), numberIn(form) * MB),
  'use-steadily': (seller, form) => seller.useSteadily(cardOf(form), numberIn(form) * MB),
  unstart: (seller, form) => seller.setUnstarted(cardOf(form), numberIn(form)),
  jump: (seller, form) => seller.jumpToExpiry(cardOf(form), numberIn(form)),
  'credit-delay': (seller, form) => seller.setCreditDelay(toDelay(form.delay ?? '')),
  fault: (seller, form) => seller.fault(toFault(form)),
  'clear-faults': (seller) => seller.clearFaults(),
  pay: (seller, form) => seller.pay(form.id ?? ''),
  decline: (seller, form) => seller.decline(form.id ?? ''),
  expire: (seller, form) => seller.expire(form.id ?? ''),
  credit: (seller, form) => seller.credit(form.id ?? ''),
  refund: (seller, form) => seller.refund(form.id ?? ''),
  'sign-out': (seller, form) => seller.revokeAll(form.account ?? ''),
  'revoke-card-token': (seller, form) => seller.revokeCardToken(form.account ?? ''),
  reset: (seller) => seller.reset(),
};

function cardOf(form: Form): string {
  return form.card ?? '';
}

function numberIn(form: Form): number {
  const value = Number((form.value ?? '').replace(',', '.'));
  if (!Number.isFinite(value)) throw new Error(`"${form.value}" is no number`);
  return value;
}

function toDelay(text: string): CreditDelay {
  if (text === 'never' || text === 'queued') return text;
  const delayMs = Number(text);
  if (!(delayMs >= 0)) throw new Error(`"${text}" is no delay`);
  return delayMs;
}

/** The page offers only known kinds and places. */
function toFault(form: Form): Fault {
  const times = Number(form.times);
  return {
    kind: form.kind as Fault['kind'],
    ...(form.on ? { on: form.on as NonNullable<Fault['on']> } : {}),
    ...(times > 0 ? { times } : {}),
    ...(form.retryAfter ? { retryAfter: form.retryAfter } : {}),
  };
}
