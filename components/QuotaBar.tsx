import { amountText, percentText, t } from '../utils/browser/words.ts';
import type { ByteUnit } from '../utils/core/units.ts';
import { figureWords } from './amount-words.ts';
import type { AnswerState } from './answer-state.ts';
import './QuotaBar.css';

/** What is left as a bar, with a mark where the time left stands: filled beyond the mark is on pace. */
export function QuotaBar({ answer, byteUnit }: { answer: AnswerState; byteUnit: ByteUnit }) {
  const { level, percent, timeLeft } = answer;
  if (level === null) return null;
  const timeText = timeLeft === null ? null : t('popup.timeLeft', { percent: percentText(Math.floor(timeLeft * 100)) });
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a <meter> cannot carry the mark of the time left. */}
      <div
        class="quota-bar"
        role="meter"
        aria-label={meterSentence(answer, byteUnit)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.floor(level * 100)}
      >
        {level > 0 ? <i style={{ inlineSize: `${level * 100}%` }} /> : null}
        {timeLeft === null ? null : <u style={{ insetInlineStart: `calc(${timeLeft * 100}% - 1px)` }} />}
      </div>
      {percent === null && timeText === null ? null : (
        <p class="scale">
          <span>{percent === null ? null : t('popup.dataLeft', { percent: percentText(percent) })}</span>
          <span>{timeText}</span>
        </p>
      )}
    </>
  );
}

function meterSentence({ figure, percent }: AnswerState, byteUnit: ByteUnit): string {
  const left = figureWords(figure, byteUnit);
  if (figure.kind !== 'known' || figure.totalBytes === null || percent === null) {
    return figure.kind === 'unlimited' ? left : `${left} ${t('popup.left')}`;
  }
  return t('popup.meter', { left, total: amountText(figure.totalBytes, byteUnit), percent: percentText(percent) });
}
