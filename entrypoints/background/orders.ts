import { showNotice } from '../../utils/browser/notify.ts';
import { keys } from '../../utils/browser/state.ts';
import { amountText, t } from '../../utils/browser/words.ts';
import { type CardId, cardIdText } from '../../utils/core/account.ts';
import { titleOf } from '../../utils/core/card-book.ts';
import { type Failure, holdOf } from '../../utils/core/failure.ts';
import { isArrived, withPurchase } from '../../utils/core/order.ts';
import { isHeld } from '../../utils/core/schedule.ts';
import { toFailure } from '../../utils/providers/http.ts';
import { providerOf } from '../../utils/providers/index.ts';
import { asAccount } from './access.ts';
import { readBook } from './cards.ts';
import { changeOrder, findOrder } from './order-book.ts';
import { checkAnew, noteFailure } from './refresh.ts';
import { read, readIndex } from './store.ts';

/** Asks the seller how an order stands, and takes its word. */
export async function lookAtOrder(card: CardId, orderId: string): Promise<void> {
  const order = await findOrder(card, orderId);
  const account = await read(keys.account(card.accountId));
  const look = providerOf(account?.seller.providerId ?? '')?.orders?.look;
  if (!order || !account || !look || isHeld(await read(keys.check(account.id)), Date.now())) return;
  await changeOrder(card, orderId, (saved) => ({ ...saved, lookedAt: Date.now() }));
  try {
    const purchase = await asAccount(account, (client) => look(client, account.seller, orderId));
    await changeOrder(card, orderId, (saved) => withPurchase(saved, purchase, Date.now()));
  } catch (error) {
    await noteHold(account.id, toFailure(error, Date.now(), navigator.onLine));
  }
  await tellArrival(card, orderId);
}

/** A Retry-After holds for the account, whichever request it answered. */
export async function noteHold(accountId: string, failure: Failure): Promise<void> {
  if (holdOf(failure) !== null) await noteFailure(accountId, failure);
}

/** Once data has arrived: the new balance first, then the word about it, once. */
async function tellArrival(card: CardId, orderId: string): Promise<void> {
  const order = await findOrder(card, orderId);
  if (!order || order.told || !isArrived(order)) return;
  await checkAnew(card.accountId);
  const account = await read(keys.account(card.accountId));
  if (!account) return;
  const title = titleOf(await readIndex(), await readBook(), card) ?? account.seller.name;
  const what = order.quotaBytes === null ? order.planName : amountText(order.quotaBytes, account.seller.byteUnit);
  await showNotice({
    id: `order:${cardIdText(card)}:${order.id}:${order.state}`,
    title: order.state === 'credited' ? t('alert.arrived', { what }) : t('alert.queued', { what }),
    message: title,
    buttons: [],
  });
  await changeOrder(card, orderId, (saved) => ({ ...saved, told: true }));
}
