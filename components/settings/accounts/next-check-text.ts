import { shortTimeText, t } from '../../../utils/browser/i18n.ts';
import type { CheckReason, CheckState } from '../../../utils/core/polling/check-schedule.ts';
import type { PaceReason } from '../../../utils/core/polling/pace.ts';

const paceReasons = {
  'nothing-soon': 'settings.nextWhy.nothingSoon',
  threshold: 'settings.nextWhy.threshold',
  'use-unknown': 'settings.nextWhy.useUnknown',
  end: 'settings.nextWhy.end',
  waiting: 'settings.nextWhy.waiting',
  'answer-expires': 'settings.nextWhy.answerExpires',
  'seller-updates': 'settings.nextWhy.sellerUpdates',
  watched: 'settings.nextWhy.watched',
  order: 'settings.nextWhy.order',
  'data-saver': 'settings.nextWhy.dataSaver',
} as const satisfies Record<PaceReason, string>;

const checkReasons = {
  'seller-minimum': 'settings.nextWhy.sellerMinimum',
  'retry-after': 'settings.nextWhy.retryAfter',
  failure: 'settings.nextWhy.failure',
  daily: 'settings.nextWhy.daily',
  confirmation: 'settings.nextWhy.confirmation',
  'after-sleep': 'settings.nextWhy.afterSleep',
  resumed: 'settings.nextWhy.resumed',
} as const satisfies Record<Exclude<CheckReason, 'poll-interval'>, string>;

/** When an account is checked next, and why then. `isFixed`: at an interval that the user has chosen. */
export function nextCheckText({ nextCheckAt, reason, pace }: CheckState, isFixed: boolean, now: number): string {
  if (nextCheckAt <= now) return t('settings.nextCheckDue');
  const when = shortTimeText(nextCheckAt, now);
  const paceReason = pace && !isFixed ? paceReasons[pace.reason] : null;
  const why = reason === 'poll-interval' ? paceReason : checkReasons[reason];
  return why === null ? t('settings.nextCheck', { when }) : t('settings.nextCheckWhy', { when, why: t(why) });
}
