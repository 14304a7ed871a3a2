import type { ComponentChildren } from 'preact';
import { t } from '../../utils/browser/i18n.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import type { UsageStatus } from '../../utils/core/forecast/usage-status.ts';
import type { Card } from '../../utils/core/usage/card.ts';
import { extraLineOf } from '../../utils/core/usage/extra-line.ts';
import { toSellerTime, type UsageSnapshot } from '../../utils/core/usage/usage-snapshot.ts';
import { EnableNotifications } from '../ui/EnableNotifications.tsx';
import { extraLineText } from './balance/extra-line-text.ts';

type Props = {
  card: Card;
  snapshot: UsageSnapshot;
  seller: Seller;
  status: UsageStatus;
  canWarn: boolean;
  /** For a button, too. */
  hasRoom: boolean;
  now: number;
};

/**
 * At most one line more: what the card's plans call for, else the offer to warn of what has just come unexpected; null:
 * neither.
 */
export function shownExtraLine(props: Props): ComponentChildren {
  const text = textOf(props);
  if (text !== null) return <p data-testid="extra-line">{text}</p>;
  return offersAlerts(props) ? <EnableNotifications label={t('popup.warnNextTime')} /> : null;
}

function textOf({ card, snapshot, seller, now }: Props): string | null {
  const line = extraLineOf(card, toSellerTime(snapshot, now));
  return extraLineText(line, { byteUnit: seller.byteUnit, skewMs: snapshot.skewMs, now });
}

function offersAlerts({ status, canWarn, hasRoom }: Props): boolean {
  return hasRoom && !canWarn && (status === 'warning' || status === 'critical');
}
