import type { ComponentChildren } from 'preact';
import { amountText, instantText, relativeText, t } from '../utils/browser/words.ts';
import type { Seller } from '../utils/core/account.ts';
import type { ByteUnit } from '../utils/core/units.ts';
import './Answer.css';
import type { AnswerState } from './answer-state.ts';
import { FigureLine } from './FigureLine.tsx';
import { QuotaBar } from './QuotaBar.tsx';
import { verdictSentence } from './verdict-sentence.ts';

type Props = { answer: AnswerState; seller: Seller; now: number; children: ComponentChildren };

/** How much is left, whether it will last, and until when. */
export function Answer({ answer, seller, now, children }: Props) {
  return (
    <section class="answer" data-verdict={answer.isOld ? 'stale' : answer.verdict}>
      <FigureLine figure={answer.figure} byteUnit={seller.byteUnit} isOld={answer.isOld} />
      <QuotaBar answer={answer} byteUnit={seller.byteUnit} />
      <p class="verdict" data-testid="verdict">
        {verdictSentence(answer.reason, seller.name)}
      </p>
      <dl class="facts">
        <dt>{answer.hasEnded ? t('popup.ends') : t('popup.expires')}</dt>
        <dd data-testid="expiry">{endText(answer.endsAt, now)}</dd>
        {answer.safePerDayBytes === null ? null : (
          <>
            <dt>{t('popup.safePerDay')}</dt>
            <dd>
              <bdi>{amountText(wholeMegabytes(answer.safePerDayBytes, seller.byteUnit), seller.byteUnit)}</bdi>
            </dd>
          </>
        )}
      </dl>
      {children}
    </section>
  );
}

/** A ration is no measurement: "114 MB" says enough. */
function wholeMegabytes(bytes: number, byteUnit: ByteUnit): number {
  const mega = byteUnit ** 2;
  return bytes < mega ? bytes : bytes - (bytes % mega);
}

function endText(endsAt: number | null, now: number): string {
  if (endsAt === null) return t('popup.noEnd');
  const near = endsAt > now ? t('popup.soon') : t('popup.justNow');
  return `${instantText(endsAt, now)} · ${relativeText(endsAt, now) ?? near}`;
}
