import { cardControls } from './card-controls.ts';
import { createAccount, reseed, toPhone } from './data/accounts.ts';
import { lastOneTimeCode } from './data/codes.ts';
import { listOffers, patchOffer } from './data/offers.ts';
import { listPurchases, toTransaction } from './data/purchases.ts';
import { restoreSnapshot, takeSnapshot } from './data/snapshot.ts';
import * as tokens from './data/tokens.ts';
import type { RequestLog } from './http/request-log.ts';
import * as payments from './payments.ts';
import { type SellerContext, settingsFrom } from './seller-context.ts';
import type { Seller } from './types.ts';

/** What tests and the console can do with a seller; uses the same functions as its pages and API. */
export function sellerControls(context: SellerContext, log: RequestLog): Omit<Seller, 'close'> {
  const { db, origins, settings } = context;
  return {
    url: origins.seller,
    payUrl: origins.pay,
    consoleUrl: origins.console,
    apiBase: `${origins.api}/v1`,
    issuer: origins.issuer,
    requests: log.entries,
    nextRequest: log.next,
    count: (path) => log.entries.filter((entry) => entry.path === path).length,
    fault: (fault) => void context.faults.push(fault),
    clearFaults: () => void context.faults.splice(0),
    faults: context.faults,
    holdNextAnswer: (path) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      context.holds.set(path, promise);
      return resolve;
    },
    ...cardControls(context),
    offers: (cardKey) => listOffers(db, cardKey),
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
    ...purchaseControls(context),
    ...signInControls(context),
    reset: () => {
      reseed(db);
      context.faults.splice(0);
      Object.assign(settings, settingsFrom(context.options));
    },
    snapshot: () => takeSnapshot(db),
    restore: (snapshot) => restoreSnapshot(db, snapshot),
  };
}

function purchaseControls(context: SellerContext) {
  return {
    transactions: () => {
      payments.applyDueChanges(context);
      return listPurchases(context.db).map((purchase) => toTransaction(purchase, context.origins.pay));
    },
    transaction: (id: string) => toTransaction(payments.getPurchase(context, id), context.origins.pay),
    pay: (id: string) => payments.pay(context, id),
    decline: (id: string) => payments.decline(context, id),
    cancel: (id: string) => payments.cancel(context, id),
    expire: (id: string) => payments.expire(context, id),
    credit: (id: string) => payments.credit(context, id),
    refund: (id: string) => payments.refund(context, id),
  };
}

function signInControls(context: SellerContext) {
  const { db, settings } = context;
  const phoneOf = (entered: string) => {
    const phone = toPhone(entered);
    if (phone === null) throw new Error(`${entered} is no phone number`);
    return phone;
  };
  return {
    issueTokens: (accountKey: string) => {
      const grant = { accountKey, family: tokens.newSecret(), scope: 'plan:read plan:checkout' };
      return tokens.issueTokens(db, grant, settings.accessTokenLifeS);
    },
    countLiveTokens: (accountKey: string) => tokens.countLiveTokens(db, accountKey),
    revokeAll: (accountKey: string) => tokens.revokeSignIns(db, accountKey),
    expireAccessTokens: (accountKey: string) => tokens.expireAccessTokens(db, accountKey),
    cardToken: (accountKey: string) => tokens.cardToken(accountKey),
    revokeCardToken: (accountKey: string) => tokens.revokeCardToken(db, accountKey),
    lastCode: (phone: string) => lastOneTimeCode(db, phoneOf(phone)),
    register: (phone: string, name: string) => createAccount(db, phoneOf(phone), name).accountKey,
  };
}
