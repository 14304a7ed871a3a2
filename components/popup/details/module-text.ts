import { amountText, figureText, listText, moneyText, t } from '../../../utils/browser/i18n.ts';
import type { Balance, Module } from '../../../utils/core/usage/card.ts';
import { type DisplayMode, moduleBalance } from '../../../utils/core/usage/card-balance.ts';
import type { RegionalPart } from '../../../utils/core/usage/regional-parts.ts';
import type { ByteUnit } from '../../../utils/core/values/bytes.ts';
import type { Money } from '../../../utils/core/values/money.ts';
import { balanceAmountText, bitRateText } from '../../format/data-amount-text.ts';
import { regionNames } from '../../format/region-names.ts';

/** The remaining or used data of a module, by the view. */
export function balanceText(balance: Balance, byteUnit: ByteUnit, view: DisplayMode): string {
  if (balance.kind === 'unknown') return t('popup.notTold');
  const cardBalance = moduleBalance(balance);
  const amount = balanceAmountText(cardBalance, byteUnit, view);
  if (cardBalance.kind !== 'known' || cardBalance.totalBytes === null) return amount;
  const key = view === 'used' ? 'popup.usedOf' : 'popup.leftOf';
  return `${amount} ${t(key, { total: amountText(cardBalance.totalBytes, byteUnit) })}`;
}

/** Notes on a module besides its balance: its categories, how often it renews, what happens once it is used up. */
export function moduleNotes(module: Module, byteUnit: ByteUnit): string[] {
  return [kindsText(module), renewsText(module, byteUnit), afterText(module, byteUnit)].filter((note) => note !== null);
}

function kindsText({ categories }: Module): string | null {
  if (categories.includes('generic')) return null;
  const kinds = categories.map((kind) => (kind === 'generic' ? '' : t(`offer.category.${kind}`)));
  return t('popup.only', { kinds: listText(kinds) });
}

function renewsText({ refreshPeriod, balance }: Module, byteUnit: ByteUnit): string | null {
  if (balance.kind !== 'known') return null;
  const amount = amountText(balance.quotaBytes, byteUnit);
  if (refreshPeriod === 'daily') return t('popup.renewsDaily', { amount });
  if (refreshPeriod === 'weekly') return t('popup.renewsWeekly', { amount });
  return refreshPeriod === 'monthly' ? t('popup.renewsMonthly', { amount }) : null;
}

/** After which amount it is throttled or charged, and to which speed. */
function afterText({ overUsage, maxRateKbps, balance }: Module, byteUnit: ByteUnit): string | null {
  const rate = maxRateKbps === null ? null : bitRateText(maxRateKbps);
  if (balance.kind !== 'known') return overUsage === 'throttled' && rate ? t('popup.slowed', { rate }) : null;
  const amount = amountText(balance.quotaBytes, byteUnit);
  if (overUsage === 'pay-as-you-go') return t('popup.paysAfter', { amount });
  if (overUsage !== 'throttled') return null;
  if (rate === null) return t('popup.slowsUntold', { amount });
  return balance.remainingBytes === 0 ? t('popup.slowed', { rate }) : t('popup.slows', { rate, amount });
}

/** "1 GB of it only in Japan" */
export function regionalPartText({ bytes, regions }: RegionalPart, byteUnit: ByteUnit): string {
  return t('waiting.onlyIn', { amount: amountText(bytes, byteUnit), regions: listText(regionNames(regions)) });
}

/** "SEK 40.00 credit"; null: none is known. */
export function creditText(credit: Money | null | undefined): string | null {
  return credit ? t('waiting.credit', { price: figureText(moneyText(credit)) }) : null;
}
