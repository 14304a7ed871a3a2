import { canNotify, showNotice } from '../../utils/browser/notify.ts';
import { keys } from '../../utils/browser/state.ts';
import { amountText, boundText, instantText, percentText, t } from '../../utils/browser/words.ts';
import { type CardId, cardIdText } from '../../utils/core/account.ts';
import { type AlertDecision, alertIdFor, decideAlert, freshAlertState } from '../../utils/core/alerts.ts';
import { type Card, type Reading, sellerTimeFor } from '../../utils/core/card.ts';
import { endFor, percentLeft } from '../../utils/core/figure.ts';
import { defaultSettings } from '../../utils/core/settings.ts';
import type { ByteUnit } from '../../utils/core/units.ts';
import { read, update } from './store.ts';

let judging: Promise<void> = Promise.resolve();

/** Warns of what the saved figures cross; one after the other, so that nothing is said twice. */
export function judgeAlerts(accountId: string): Promise<void> {
  judging = judging.then(() => judge(accountId)).catch(() => undefined);
  return judging;
}

async function judge(accountId: string): Promise<void> {
  const account = await read(keys.account(accountId));
  const reading = await read(keys.reading(accountId));
  if (!account || !reading) return;
  const { thresholds } = (await read(keys.settings)) ?? defaultSettings;
  for (const card of reading.cards) {
    const id = { accountId, cardKey: card.key };
    const saved = (await read(keys.alerts(id))) ?? freshAlertState;
    const decision = decideAlert(card, saved, thresholds, sellerTimeFor(reading, Date.now()));
    const isTaken = decision.threshold === null || (await warn(id, card, reading, decision, account.seller.byteUnit));
    if (!isTaken || JSON.stringify(saved) === JSON.stringify(decision.state)) continue;
    await update(keys.alerts(id), () => decision.state);
  }
}

/** True once the browser has taken it: only then it counts as said. */
async function warn(id: CardId, card: Card, reading: Reading, decision: AlertDecision, byteUnit: ByteUnit) {
  if (!canNotify()) return false;
  return showNotice({
    id: alertIdFor(cardIdText(id), decision.threshold ?? 0, decision.state),
    title: titleOf(card, decision, byteUnit),
    message: messageOf(card, reading, decision),
    button: t('alert.renew'),
  });
}

function titleOf({ title, state }: Card, { figure }: AlertDecision, byteUnit: ByteUnit): string {
  if (state !== 'active') return t('alert.noData', { card: title });
  if (figure.kind === 'coarse')
    return t('alert.under', { card: title, amount: boundText(figure.upperBytes, byteUnit) });
  if (figure.kind !== 'known' || figure.leftBytes === 0) return t('alert.noData', { card: title });
  return t('alert.left', { card: title, amount: amountText(figure.leftBytes, byteUnit) });
}

function messageOf(card: Card, reading: Reading, { figure }: AlertDecision): string {
  if (card.state !== 'active') return t(`alert.${card.state}`);
  const now = Date.now();
  const endsAt = endFor(card, sellerTimeFor(reading, now));
  const percent = percentLeft(figure);
  const parts = [
    percent === null || percent === 0 ? null : t('alert.percent', { percent: percentText(percent) }),
    endsAt === null ? null : t('alert.until', { when: instantText(endsAt - reading.skewMs, now) }),
  ];
  return parts.filter((part) => part !== null).join(' ');
}
