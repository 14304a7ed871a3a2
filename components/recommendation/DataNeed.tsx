import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { parseEndOfDay, toDateValue } from '../../utils/core/recommendation/need-until.ts';
import type { CardId } from '../../utils/core/usage/card-id.ts';
import type { ByteUnit } from '../../utils/core/values/bytes.ts';
import { dayMs } from '../../utils/core/values/time.ts';
import { joinSentences } from '../format/sentences.ts';
import type { Recommendation } from './recommendation.ts';
import { needText, recommendationText } from './recommendation-text.ts';
import './DataNeed.css';

type Props = { id: CardId; recommendation: Recommendation; byteUnit: ByteUnit; now: number };

/** Usage cannot be estimated usefully further ahead. */
const maxAheadMs = 400 * dayMs;

/** Until when data is needed, how much that is, and which plan covers it. */
export function DataNeed({ id, recommendation, byteUnit, now }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [wasChanged, setChanged] = useState(false);
  const value = toDateValue(recommendation.until);
  // Not a controlled input: the popup renders each second while an order is open, which would reset a half-typed date.
  useEffect(() => {
    if (field.current && document.activeElement !== field.current) field.current.value = value;
  }, [value]);
  const save = (input: HTMLInputElement) => {
    if (!input.validity.valid || input.value === value) return;
    setChanged(true);
    send('savePreference', { card: id, preference: { neededUntil: parseEndOfDay(input.value) } }).catch(
      () => undefined,
    );
  };
  return (
    <div class="need">
      <label class="need-until">
        <span>{t('offer.need.until')}</span>
        <input
          ref={field}
          type="date"
          data-testid="need-until"
          defaultValue={value}
          min={toDateValue(now)}
          max={toDateValue(now + maxAheadMs)}
          aria-describedby="need-text"
          onChange={({ currentTarget }) => save(currentTarget)}
          onBlur={({ currentTarget }) => {
            if (currentTarget.value === '' || !currentTarget.validity.valid) currentTarget.value = value;
          }}
        />
      </label>
      {/* Read out by itself only where it answers another date. */}
      <p id="need-text" class="need-text" role={wasChanged ? 'status' : undefined} data-testid="need">
        {joinSentences([needText(recommendation, byteUnit), recommendationText(recommendation)])}
      </p>
    </div>
  );
}
