import { moneyText, t } from '../../utils/browser/i18n.ts';
import { upcomingChargeAt } from '../../utils/core/usage/auto-renew.ts';
import type { AutoRenew } from '../../utils/core/usage/card.ts';
import { dayText } from './date-text.ts';

/** Whether a plan renews automatically and, if the seller reports it, when and for how much. `now`: our clock. */
export function autoRenewText(autoRenew: AutoRenew, skewMs: number, now: number): string {
  if (!autoRenew.isEnabled) return t('popup.autoRenewOff');
  const at = upcomingChargeAt(autoRenew, now + skewMs);
  const when = at === null ? null : dayText(at - skewMs, now);
  const price = autoRenew.cost === null ? null : moneyText(autoRenew.cost);
  if (when === null) return price === null ? t('popup.autoRenewOn') : t('popup.autoRenewFor', { price });
  return price === null ? t('popup.autoRenewAt', { when }) : t('popup.autoRenewAtFor', { when, price });
}
