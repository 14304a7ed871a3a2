import { expect, test } from 'vitest';
import type { Offer, Seller } from '../../sandbox/types.ts';
import { checkout, openSeller, requestAs } from './request-setup.ts';

const DAY_MS = 86_400_000;

async function buy(seller: Seller, planId: string, userKey = 'c_europe'): Promise<string> {
  const offer = seller.offers(userKey).find((each) => each.planId === planId) as Offer;
  const { json } = await checkout(requestAs(seller), { userKey, planId, cost: offer.cost });
  seller.pay(json.transactionId);
  return json.transactionId;
}

function mainModule(seller: Seller, cardKey = 'c_europe') {
  const module = seller.card(cardKey).plans[0]?.planModules[0];
  return {
    quota: module?.byteBalance?.quotaBytes,
    remainingBytes: module?.byteBalance?.remainingBytes,
    daysLeft: Math.round((Date.parse(module?.expirationTime ?? '') - Date.now()) / DAY_MS),
  };
}

test('ADD raises both numbers and keeps the later end', async () => {
  const seller = await openSeller();
  await buy(seller, 'eu-3gb-30d');
  expect(mainModule(seller)).toEqual({ quota: '6000000000', remainingBytes: '4240000000', daysLeft: 30 });
});

test('ADD of a day does not shorten a month', async () => {
  const seller = await openSeller();
  await buy(seller, 'eu-500mb-1d');
  expect(mainModule(seller)).toEqual({ quota: '3500000000', remainingBytes: '1740000000', daysLeft: 16 });
});

test('RESET_VALIDITY adds data and counts anew, even to an earlier end', async () => {
  const seller = await openSeller();
  seller.setOffer('c_europe', 'eu-500mb-1d', { purchaseEffect: 'RESET_VALIDITY' });
  await buy(seller, 'eu-500mb-1d');
  expect(mainModule(seller)).toEqual({ quota: '3500000000', remainingBytes: '1740000000', daysLeft: 1 });
});

test('REPLACE loses what was left', async () => {
  const seller = await openSeller();
  await buy(seller, 'eu-unlimited-30d');
  expect(mainModule(seller)).toEqual({
    quota: '9223372036854775807',
    remainingBytes: '9223372036854775807',
    daysLeft: 30,
  });
  const [plan] = seller.card('c_europe').plans;
  expect(plan).toMatchObject({ planId: 'eu-unlimited-30d' });
  expect(plan?.planModules[0]).toMatchObject({ overUsagePolicy: 'THROTTLED', maxRateKbps: '1000' });
});

test('QUEUE starts when the present plan ends, or when it is credited by hand', async () => {
  const seller = await openSeller();
  const id = await buy(seller, 'eu-1gb-7d');
  const [present, next] = seller.card('c_europe').plans;
  expect(next).toMatchObject({ planId: 'eu-1gb-7d', planState: 'QUEUED', startTime: present?.expirationTime });
  expect(seller.transaction(id)).toMatchObject({ status: 'QUEUED', planActivationTime: present?.expirationTime });
  seller.credit(id);
  expect(seller.transaction(id).status).toBe('CREDITED');
  expect(mainModule(seller)).toEqual({ quota: '1000000000', remainingBytes: '1000000000', daysLeft: 7 });
});

test('a queued plan becomes active once the present one has ended', async () => {
  const seller = await openSeller();
  await buy(seller, 'eu-1gb-7d');
  seller.jumpToExpiry('c_europe', -1000);
  const states = seller.card('c_europe').plans.map((plan) => plan.planState);
  expect(states).toEqual(['EXPIRED', 'ACTIVE']);
});

test('credit set to "queued" queues whatever the offer says', async () => {
  const seller = await openSeller({ creditDelayMs: 'queued' });
  const id = await buy(seller, 'eu-3gb-30d');
  expect(seller.transaction(id).status).toBe('QUEUED');
});

test('a card with nothing running gets a new plan and lives again', async () => {
  const seller = await openSeller();
  await buy(seller, 'home-5gb-30d', 'c_home');
  expect(mainModule(seller, 'c_home')).toEqual({ quota: '5000000000', remainingBytes: '5000000000', daysLeft: 30 });
  expect(seller.card('c_home')).toMatchObject({ cardState: 'ACTIVE', plans: [{ planState: 'ACTIVE' }] });
});

test('data comes as it was bought, though the offer has changed since', async () => {
  const seller = await openSeller({ creditDelayMs: 'never' });
  const id = await buy(seller, 'eu-3gb-30d');
  seller.setOffer('c_europe', 'eu-3gb-30d', { quotaBytes: '1' });
  seller.credit(id);
  expect(mainModule(seller).remainingBytes).toBe('4240000000');
});
