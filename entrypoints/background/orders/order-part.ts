/* What makes and follows orders, loaded where there is one to follow or the first one is made. */
export { dismissOrder } from './dismiss-order.ts';
export { applyOrderEvents } from './order-store.ts';
export { pollOpenOrders, pollOrder, pollOrders } from './poll-orders.ts';
export { acceptCheckoutOrigin, acceptPrice, renew, renewAtPage, resumeOrder } from './purchase.ts';
export { reconcileOrders } from './reconcile-orders.ts';
