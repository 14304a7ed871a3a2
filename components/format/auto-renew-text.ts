import { dateTimeText, moneyText, t } from '../../utils/browser/i18n.ts';
import { upcomingChargeAt } from '../../utils/core/usage/auto-renew.ts';
import type { AutoRenew } from '../../utils/core/usage/card.ts';

/** Whether a plan renews automatically and, if the seller reports it, when and for how much. `now`: our clock. */
export function autoRenewText(autoRenew: AutoRenew, skewMs: number, now: number): string {
  if (!autoRenew.isEnabled) return t('popup.autoRenewOff');
  const { when, price } = chargeParts(autoRenew, skewMs, now);
  if (when === null) return price === null ? t('popup.autoRenewOn') : t('popup.autoRenewFor', { price });
  return price === null ? t('popup.autoRenewAt', { when }) : t('popup.autoRenewAtFor', { when, price });
}

/** Only when the next charge is, and how much. */
export function nextChargeText(autoRenew: AutoRenew, skewMs: number, now: number): string {
  const { when, price } = chargeParts(autoRenew, skewMs, now);
  return [when, price].filter((part) => part !== null).join(' · ');
}

function chargeParts(autoRenew: AutoRenew, skewMs: number, now: number) {
  const at = upcomingChargeAt(autoRenew, now + skewMs);
  return {
    when: at === null ? null : dateTimeText(at - skewMs, now),
    price: autoRenew.cost === null ? null : moneyText(autoRenew.cost),
  };
}
