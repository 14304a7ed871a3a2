/**
 * The account API's messages as the sandbox sends them. Written from the specification; not shared with the extension.
 */
export type Money = { currencyCode: string; units: string; nanos: number };

type ByteBalance = { quotaBytes: string; remainingBytes: string; reservedBytes?: string };

export type Module = {
  moduleId: string;
  moduleName?: string;
  trafficCategories?: string[];
  byteBalance?: ByteBalance;
  coarseBalanceLevel?: 'OUT_OF_DATA' | 'LOW_QUOTA' | 'HIGH_QUOTA';
  coarseUpperBytes?: string;
  planModuleState?: 'ACTIVE' | 'NEWLY_ACTIVE' | 'EXPIRING_SOON' | 'EXPIRED';
  expirationTime?: string;
  overUsagePolicy?: 'BLOCKED' | 'THROTTLED' | 'PAY_AS_YOU_GO';
  maxRateKbps?: string;
  refreshPeriod?: 'NONE' | 'DAILY' | 'WEEKLY' | 'MONTHLY';
  /** Its plan's if absent. */
  regions?: string[];
};

export type Plan = {
  planId: string;
  planName?: string;
  planCategory?: string;
  planState?: 'ACTIVE' | 'QUEUED' | 'NOT_STARTED' | 'EXPIRED';
  startTime?: string;
  expirationTime?: string;
  /** Of a plan that begins at first use, which has neither of the two times before. */
  duration?: string;
  startBefore?: string;
  regions?: string[];
  autoRenew?: { enabled: boolean; nextChargeTime?: string; cost?: Money };
  planModules: Module[];
};

export type Card = {
  userKey: string;
  title?: string;
  subscriberId?: string;
  cardState?: 'ACTIVE' | 'GRACE' | 'SUSPENDED' | 'EXPIRED';
  updateTime?: string;
  lineExpirationTime?: string;
  credit?: Money;
  plans: Plan[];
};

export type Offer = {
  planId: string;
  planName: string;
  planDescription?: string;
  cost: Money;
  duration: string;
  quotaBytes?: string;
  trafficCategories?: string[];
  regions?: string[];
  overUsagePolicy?: 'BLOCKED' | 'THROTTLED' | 'PAY_AS_YOU_GO';
  maxRateKbps?: string;
  purchaseEffect?: 'ADD' | 'QUEUE' | 'RESET_VALIDITY' | 'REPLACE';
  availability?: 'AVAILABLE' | 'SOLD_OUT' | 'DISABLED' | 'NOT_ELIGIBLE';
  reason?: string;
  promoMessage?: string;
};

export type TransactionStatus =
  | 'PENDING_PAYMENT'
  | 'PAID'
  | 'CREDITED'
  | 'QUEUED'
  | 'PAYMENT_FAILED'
  | 'CANCELLED'
  | 'EXPIRED'
  | 'REFUNDED';

export type Transaction = {
  transactionId: string;
  userKey: string;
  planId: string;
  planName: string;
  cost: Money;
  status: TransactionStatus;
  createTime: string;
  payTime: string | null;
  planActivationTime: string | null;
  /** Present while it can still be paid (PENDING_PAYMENT, PAYMENT_FAILED). */
  checkoutUrl: string | null;
  expireTime: string | null;
  confirmationCode: string | null;
  receiptUrl: string | null;
  failure: { cause: string; errorMessage: string } | null;
};
