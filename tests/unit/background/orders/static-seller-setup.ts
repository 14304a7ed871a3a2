import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { readOrders } from '../../../../entrypoints/background/orders/stored-orders.ts';
import { read } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { noConfirmation } from '../../../../utils/core/orders/decide-purchase.ts';
import { cardOf, connectAccount, startStaticSeller } from '../connect/connect-form-setup.ts';

/* A seller that has only static files: the user enters the balance, which also proves that an order was credited. */

export async function connectStaticSeller(entries: Record<string, string> = {}) {
  const seller = await startStaticSeller();
  const origin = seller.url;
  const found = await messageHandlers.findSeller({ origin });
  const accountId = await connectAccount(
    'static',
    { quota: '3 GB', left: '0.2 GB', ...entries },
    {
      foundId: found.kind === 'found' ? found.id : null,
    },
  );
  const card = await cardOf(accountId);
  const offers = async () => (await read(keys.offers(card)))?.offers ?? [];
  const buy = async (planId = 'eu-3gb-30d', confirmation = noConfirmation) => {
    const offer = (await offers()).find((one) => one.planId === planId);
    if (!offer) throw new Error(`No ${planId}`);
    return messageHandlers.renew({ card, planId, cost: offer.cost, confirmation });
  };
  const orders = () => readOrders(card);
  const order = async () => (await orders())[0];
  const enterBalance = (bytes: number) => messageHandlers.setBalance({ accountId, bytes });
  const raisePrice = (units = '109') =>
    seller.setOffer('c_europe', 'eu-3gb-30d', { cost: { currencyCode: 'SEK', units, nanos: 0 } });
  return { seller, found, accountId, card, offers, buy, orders, order, enterBalance, raisePrice };
}
