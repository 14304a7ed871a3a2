import { t } from '../../utils/browser/i18n.ts';
import type { Order } from '../../utils/core/orders/order.ts';
import './OrderProgress.css';
import { orderStep } from './order-text.ts';

/** The three steps of an order, with the current one marked; the state below names it. */
export function OrderProgress({ order }: { order: Order }) {
  const step = orderStep(order);
  if (step === null) return null;
  const names = [t('order.stepPay'), t('order.stepCredit'), t('order.stepArrived')];
  return (
    <ol class="order-steps">
      {names.map((name, index) => (
        <li
          key={name}
          data-step={index < step ? 'done' : index === step ? 'now' : 'next'}
          aria-current={index === step ? 'step' : undefined}
        >
          <span class="visually-hidden">{name}</span>
        </li>
      ))}
    </ol>
  );
}
