import { shortTimeText, t } from '../../utils/browser/i18n.ts';
import type { UsageMeter } from '../../utils/core/accounts/account.ts';
import type { Failure } from '../../utils/core/values/failure.ts';
import { hostOf } from '../../utils/core/values/urls.ts';

/** Times by our clock. `measuredAt`: of the balance still shown, if any; `wasNearlyEmpty`: it was 5 % or less. */
export type FailureInput = {
  failure: Failure;
  seller: string;
  meteredBy?: UsageMeter;
  /** Its figures are read from the seller's own page. */
  isPage?: boolean;
  origin: string;
  measuredAt: number | null;
  nextCheckAt: number | null;
  wasNearlyEmpty: boolean;
  /** Only what happened. */
  isBrief?: boolean;
  now: number;
};

/** What happened, in one or two plain sentences. */
export function failureText(input: FailureInput): string {
  const { failure, seller, meteredBy = 'network', isPage = false, origin, measuredAt, wasNearlyEmpty, now } = input;
  const ofPage = isPage ? pageFailureText(failure, hostOf(origin)) : null;
  if (ofPage !== null) return ofPage;
  switch (failure.kind) {
    case 'offline':
      return measuredAt === null
        ? t('failure.offline')
        : t('failure.offlineShowing', { when: shortTimeText(measuredAt, now) });
    case 'no-answer':
      if (input.isBrief) return t('failure.noAnswerBrief', { seller });
      return wasNearlyEmpty ? t('failure.usedUp', { seller }) : t('failure.noAnswer', { seller });
    case 'captive-portal':
      return t('failure.captivePortal');
    case 'seller-down':
      return `${t('failure.sellerDown', { seller })} ${retryText(Math.max(failure.until, input.nextCheckAt ?? 0), now)}`;
    case 'rate-limited':
      return failure.until > now
        ? t('failure.rateLimited', { seller, when: shortTimeText(failure.until, now) })
        : `${t('failure.rateLimitedOver', { seller })} ${retryText(input.nextCheckAt ?? 0, now)}`;
    case 'signed-out':
      return t('failure.signedOut', { seller });
    case 'locked':
      return t('failure.locked', { seller });
    case 'forbidden':
      return meteredBy === 'hotspot' ? t('failure.forbiddenHotspot', { seller }) : t('failure.forbidden', { seller });
    case 'permission-missing':
      return t('failure.permissionMissing', { host: hostOf(origin) });
    case 'not-vouched':
      return t('failure.notVouched', { seller });
    case 'card-gone':
      return t('failure.cardGone', { seller });
    case 'away':
      return meteredBy === 'hotspot' ? t('failure.awayHotspot', { seller }) : t('failure.awayCarrier', { seller });
    case 'no-cards':
      return t('failure.noCards', { seller });
    case 'other-account':
      return t('failure.otherAccount', { host: hostOf(origin) });
    case 'page-changed':
      return t('failure.pageChanged', { host: hostOf(origin) });
    case 'unsendable':
      return t('failure.unsendable', { seller });
    case 'closed':
      return t('failure.closed', { seller });
    case 'unsupported':
      return t('failure.unsupported', { seller });
    case 'unreadable':
      return `${t('failure.unreadable', { seller })} ${retryText(input.nextCheckAt ?? 0, now)}`;
  }
}

/** Null: as of any seller. */
function pageFailureText({ kind }: Failure, host: string): string | null {
  if (kind === 'signed-out') return t('failure.signedOutPage', { host });
  const isTurnedAway = kind === 'forbidden' || kind === 'rate-limited' || kind === 'seller-down';
  return isTurnedAway ? t('failure.turnedAway', { host }) : null;
}

function retryText(at: number, now: number): string {
  return at > now ? t('failure.tryingAgain', { when: shortTimeText(at, now) }) : t('failure.tryingSoon');
}
