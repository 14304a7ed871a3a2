/* What is loaded where an order is shown. */

export { OrderStatusPanel } from '../orders/OrderStatusPanel.tsx';
export { orderText } from '../orders/order-text.ts';
