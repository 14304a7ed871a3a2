import { t } from '../../../utils/browser/i18n.ts';
import type { UsageMeter } from '../../../utils/core/accounts/account.ts';
import { parseHotspotOrigin } from '../../../utils/core/forms/parse-input.ts';
import { characterText } from '../../../utils/core/forms/secret.ts';
import type { FailureKind } from '../../../utils/core/values/failure.ts';
import { parseOrigin } from '../../../utils/core/values/urls.ts';
import { failureText } from '../../format/failure-text.ts';
import type { ConnectNotice } from './connect-flow.ts';

/** Failures whose text already says what to do. */
const failuresWithAdvice: FailureKind[] = ['rate-limited', 'forbidden', 'card-gone', 'unsendable'];

/** What happened and what to do, in one or two sentences; empty without a notice. */
export function connectMessage(
  notice: ConnectNotice,
  typed: string,
  name: string | null,
  meteredBy: UsageMeter = 'network',
): string {
  const origin = parseOrigin(typed);
  const host = origin === null ? typed : new URL(origin).host;
  const seller = name ?? host;
  switch (notice.kind) {
    case 'none':
      return '';
    case 'empty':
      return t('connect.empty');
    case 'choose':
      return t('connect.choose');
    case 'looking':
      return t('connect.looking', { host });
    case 'found':
      return t('connect.found', { seller });
    case 'no-seller':
      return t('connect.noSeller', { host });
    case 'no-answer':
      return t('connect.noAnswer', { host });
    case 'not-allowed':
      return t('connect.notAllowed');
    case 'press-again':
      return t('connect.pressAgain');
    case 'permission-needed':
      return t('connect.oneMore', { seller });
    case 'need-token':
      return t('connect.needToken', { seller });
    case 'token-character':
      return t('connect.tokenCharacter', { character: characterText(notice.character) });
    case 'token-too-long':
      return t('field.problem.tooLong');
    case 'signing-in':
      return t('connect.signingIn', { seller });
    case 'trying':
      return t('connect.trying', { seller });
    case 'locked':
      return t('connect.locked', { seller });
    case 'entries-refused':
      return t('connect.entriesRefused', { seller });
    case 'no-amount':
      return t('connect.noAmount', { seller });
    case 'window-closed':
      return t('connect.windowClosed');
    case 'wrong-answer':
      return t('connect.wrongAnswer');
    case 'not-found':
      return t('connect.readAgain', { seller });
    case 'already-open':
      return t('connect.alreadyOpen', { seller: notice.seller });
    case 'refused':
      return t('connect.refused', { seller });
    case 'token-refused':
      return t('connect.tokenRefused', { seller });
    case 'failure': {
      const { failure } = notice;
      // Instead of failureText, which announces a retry: nothing is retried automatically: there is no account yet.
      if (failure.kind === 'seller-down') return `${t('failure.sellerDown', { seller })} ${t('connect.again')}`;
      if (failure.kind === 'unreadable') return `${t('failure.unreadable', { seller })} ${t('connect.again')}`;
      const notChecked = { measuredAt: null, nextCheckAt: null, wasNearlyEmpty: false, now: Date.now() };
      const address = origin ?? parseHotspotOrigin(typed) ?? seller;
      const sentence = failureText({ failure, seller, meteredBy, origin: address, ...notChecked });
      return failuresWithAdvice.includes(failure.kind) ? sentence : `${sentence} ${t('connect.again')}`;
    }
    case 'cannot-save':
      return t('connect.cannotSave');
    case 'stopped':
      return t('offer.problem.noWorker');
  }
}
