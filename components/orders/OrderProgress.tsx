import { t } from '../../utils/browser/i18n.ts';
import type { Order } from '../../utils/core/orders/order.ts';
import './OrderProgress.css';
import { orderStep } from './order-text.ts';

/** The three steps of an order, and which is under way. */
export function OrderProgress({ order }: { order: Order }) {
  const step = orderStep(order);
  if (step === null) return null;
  const names = [
    t('order.stepPay'),
    t('order.stepCredit'),
    t(order.state === 'queued' ? 'order.stepStarts' : 'order.stepArrived'),
  ];
  return (
    <ol class="order-steps">
      {names.map((name, place) => (
        <li
          key={name}
          data-step={place < step ? 'done' : place === step ? 'now' : 'next'}
          aria-current={place === step ? 'step' : undefined}
        >
          {name}
        </li>
      ))}
    </ol>
  );
}
