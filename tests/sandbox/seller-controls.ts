import { cardControls } from './card-controls.ts';
import { createAccount, reseed, toPhone } from './data/accounts.ts';
import { lastOneTimeCode } from './data/codes.ts';
import { offersOf, patchOffer } from './data/offers.ts';
import { listPurchases, toTransaction } from './data/purchases.ts';
import { restoreSnapshot, takeSnapshot } from './data/snapshot.ts';
import * as tokens from './data/tokens.ts';
import type { RequestLog } from './http/request-log.ts';
import * as till from './payments.ts';
import { type Shop, settingsFrom } from './seller-context.ts';
import type { Seller } from './types.ts';

/** The handles tests and the console hold; all of it goes the way the pages and the API go. */
export function sellerControls(shop: Shop, log: RequestLog): Omit<Seller, 'close'> {
  const { db, origins, settings } = shop;
  return {
    url: origins.seller,
    payUrl: origins.pay,
    consoleUrl: origins.console,
    apiBase: `${origins.api}/v1`,
    issuer: origins.issuer,
    requests: log.entries,
    nextRequest: log.next,
    count: (path) => log.entries.filter((entry) => entry.path === path).length,
    fault: (fault) => void shop.faults.push(fault),
    clearFaults: () => void shop.faults.splice(0),
    faults: shop.faults,
    ...cardControls(shop),
    offers: (cardKey) => offersOf(db, cardKey),
    setOffer: (cardKey, planId, patch) => patchOffer(db, cardKey, planId, patch),
    setCreditDelay: (delay) => {
      settings.creditDelay = delay;
    },
    setAccessTokenLife: (seconds) => {
      settings.accessTokenLifeS = seconds;
    },
    setMaxAge: (seconds) => {
      settings.maxAgeS = seconds;
    },
    setExpireAfter: (seconds) => {
      settings.expireAfterS = seconds;
    },
    ...purchaseControls(shop),
    ...signInControls(shop),
    reset: () => {
      reseed(db);
      shop.faults.splice(0);
      Object.assign(settings, settingsFrom(shop.options));
    },
    snapshot: () => takeSnapshot(db),
    restore: (snapshot) => restoreSnapshot(db, snapshot),
  };
}

function purchaseControls(shop: Shop) {
  return {
    transactions: () => {
      till.settle(shop);
      return listPurchases(shop.db).map((purchase) => toTransaction(purchase, shop.origins.pay));
    },
    transaction: (id: string) => toTransaction(till.purchaseOf(shop, id), shop.origins.pay),
    pay: (id: string) => till.pay(shop, id),
    decline: (id: string) => till.decline(shop, id),
    cancel: (id: string) => till.cancel(shop, id),
    expire: (id: string) => till.expire(shop, id),
    credit: (id: string) => till.credit(shop, id),
    refund: (id: string) => till.refund(shop, id),
  };
}

function signInControls(shop: Shop) {
  const { db, settings } = shop;
  const phoneOf = (typed: string) => {
    const phone = toPhone(typed);
    if (phone === null) throw new Error(`${typed} is no phone number`);
    return phone;
  };
  return {
    issueTokens: (accountKey: string) => {
      const grant = { accountKey, family: tokens.newSecret(), scope: 'plan:read plan:checkout' };
      return tokens.issueTokens(db, grant, settings.accessTokenLifeS);
    },
    revokeAll: (accountKey: string) => tokens.revokeSignIns(db, accountKey),
    expireAccessTokens: (accountKey: string) => tokens.expireAccessTokens(db, accountKey),
    cardToken: (accountKey: string) => tokens.cardToken(accountKey),
    revokeCardToken: (accountKey: string) => tokens.revokeCardToken(db, accountKey),
    lastCode: (phone: string) => lastOneTimeCode(db, phoneOf(phone)),
    register: (phone: string, name: string) => createAccount(db, phoneOf(phone), name).accountKey,
  };
}
