import { useId, useRef, useState } from 'preact/hooks';
import { listText, openAmountText, t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { openQuestions, type PasteAnswers, takenFrom, toEnteredValues } from '../../utils/core/entry/entered-values.ts';
import type { PastedMessage } from '../../utils/core/entry/pasted-message.ts';
import type { FormValues } from '../../utils/core/forms/form-field.ts';
import type { ByteUnit } from '../../utils/core/values/bytes.ts';
import { minuteMs } from '../../utils/core/values/time.ts';
import { dayText } from '../format/date-text.ts';
import { FoldedRow } from '../ui/FoldedRow.tsx';
import { ChoiceGroup } from './ChoiceGroup.tsx';
import '../ui/button.css';
import '../ui/page.css';
import './PasteMessage.css';

type Props = {
  byteUnit: ByteUnit;
  now: number;
  /** `values`: of the form's fields `left`, `quota`, `ends` and `endsAt`, as far as the message tells them. */
  onFound: (values: FormValues) => void;
};

/** A field for what a seller has written, folded: it fills the form, and asks where it can be read in two ways. */
export function PasteMessage(props: Props) {
  return (
    <FoldedRow title={t('paste.title')} summary={null} testId="paste">
      {() => <MessageField {...props} />}
    </FoldedRow>
  );
}

const unanswered: PasteAnswers = { left: null, end: null };

function MessageField({ byteUnit, now, onFound }: Props) {
  const id = useId();
  const [text, setText] = useState('');
  const [message, setMessage] = useState<PastedMessage | null>(null);
  const [answers, setAnswers] = useState(unanswered);
  const [hasFailed, setFailed] = useState(false);
  const filled = useRef<FormValues>({});
  const take = (read: PastedMessage, given: PasteAnswers) => {
    setFailed(false);
    setMessage(read);
    setAnswers(given);
    const values = toEnteredValues(takenFrom(read, given), byteUnit);
    onFound({ ...emptied(filled.current), ...values });
    filled.current = values;
  };
  const read = () =>
    send('readPasted', { text, byteUnit }).then(
      (found) => take(found, unanswered),
      () => setFailed(true),
    );
  const endText = (at: number) => dayText(at - minuteMs, now);
  return (
    <div class="paste-message">
      <label for={id}>{t('paste.label')}</label>
      <textarea
        id={id}
        rows={3}
        data-testid="paste-text"
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <button type="button" class="small-button" data-testid="paste-read" onClick={read}>
        {t('paste.read')}
      </button>
      <p class="page-quiet" role="status" data-testid="paste-status">
        {hasFailed ? t('offer.problem.noWorker') : null}
        {message && !hasFailed ? statusText(message, answers, byteUnit, endText) : null}
      </p>
      {message
        ? openQuestions(message).map((name) => (
            <ChoiceGroup
              key={name}
              testId={`paste-${name}`}
              question={t(name === 'left' ? 'paste.whichLeft' : 'paste.whichEnd')}
              choices={[
                ...message[name].choices.map((value) => ({
                  value: String(value),
                  label: name === 'left' ? openAmountText(value, byteUnit) : endText(value),
                })),
                { value: 'none', label: t('paste.none') },
              ]}
              chosen={answers[name] === null ? null : String(answers[name])}
              choose={(value) => take(message, { ...answers, [name]: value === 'none' ? value : Number(value) })}
            />
          ))
        : null}
    </div>
  );
}

/** What was filled in before by a message, or an answer, that counts no more. */
function emptied({ ends: _, ...amountsAndDates }: FormValues): FormValues {
  return Object.fromEntries(Object.keys(amountsAndDates).map((name) => [name, '']));
}

function statusText(
  message: PastedMessage,
  answers: PasteAnswers,
  byteUnit: ByteUnit,
  endText: (at: number) => string,
): string | null {
  const { leftBytes, totalBytes, endsAt } = takenFrom(message, answers);
  const parts = [
    leftBytes === null ? null : t('paste.left', { amount: openAmountText(leftBytes, byteUnit) }),
    totalBytes === null ? null : t('paste.total', { amount: openAmountText(totalBytes, byteUnit) }),
    endsAt === null ? null : t('paste.end', { when: endText(endsAt) }),
  ].filter((part) => part !== null);
  if (parts.length > 0) return t('paste.found', { what: listText(parts) });
  return message.left.choices.length === 0 ? t('paste.nothing') : null;
}
