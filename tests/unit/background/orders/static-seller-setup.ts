import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { readOrders } from '../../../../entrypoints/background/orders/order-store.ts';
import { read } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { noConfirmation } from '../../../../utils/core/orders/decide-purchase.ts';
import { cardOf, connected, staticShop } from '../connect/connect-form-setup.ts';

/* A seller with files alone: found, entered, bought from, and proven by what the person says. */

export async function shop(entries: Record<string, string> = {}) {
  const seller = await staticShop();
  const origin = seller.url;
  const found = await messageHandlers.findSeller({ origin });
  const accountId = await connected('static', { quota: '3 GB', left: '0.2 GB', ...entries }, { origin });
  const card = await cardOf(accountId);
  const offers = async () => (await read(keys.offers(card)))?.offers ?? [];
  const buy = async (planId = 'eu-3gb-30d', yes = noConfirmation) => {
    const offer = (await offers()).find((one) => one.planId === planId);
    if (!offer) throw new Error(`No ${planId}`);
    return messageHandlers.renew({ card, planId, cost: offer.cost, confirmation: yes });
  };
  const orders = () => readOrders(card);
  const order = async () => (await orders())[0];
  const enter = (bytes: number) => messageHandlers.setBalance({ accountId, bytes });
  const dearer = (units = '109') =>
    seller.setOffer('c_europe', 'eu-3gb-30d', { cost: { currencyCode: 'SEK', units, nanos: 0 } });
  return { seller, found, accountId, card, offers, buy, orders, order, enter, dearer };
}
