import { useEffect, useRef } from 'preact/hooks';
import { amountText, decimalText, t } from '../../utils/browser/i18n.ts';
import type { PageAnswers } from '../../utils/core/page/page-answers.ts';
import type { PageDraft } from '../../utils/core/page/page-draft.ts';
import { bytesOf, unclearAmount } from '../../utils/core/page/setup/draft-amounts.ts';
import type { SetupQuestion } from '../../utils/core/page/setup/setup-questions.ts';
import { figureName, ownTotalOf } from '../../utils/core/page/setup/shown-reading.ts';
import { type Choice, ChoiceGroup } from '../form/ChoiceGroup.tsx';
import { EndQuestion } from './EndQuestion.tsx';
import { endText, numberTexts, writtenText } from './setup-text.ts';
import { TotalQuestion } from './TotalQuestion.tsx';
import { type PageSetup, questionKey } from './use-page-setup.ts';

type Props = { draft: PageDraft; setup: PageSetup };

/** What only the person knows, and what they want to change. */
export function SetupQuestions({ draft, setup }: Props) {
  const { questions, missing, notice } = setup;
  const container = useRef<HTMLDivElement>(null);
  const opened = useRef(questions.length);
  const focusOn = (selector: string) =>
    container.current?.querySelector<HTMLElement>(`${selector} input:checked, ${selector} input`)?.focus();
  useEffect(() => {
    if (notice === 'unanswered' && missing[0] !== undefined) focusOn(`[data-testid=ask-${missing[0]}]`);
  }, [notice, missing[0]]);
  // A question that was opened by "change" stands first.
  useEffect(() => {
    if (questions.length > opened.current) focusOn('fieldset');
    opened.current = questions.length;
  }, [questions.length]);
  if (questions.length === 0) return null;
  return (
    <div class="page-setup-questions" ref={container}>
      {questions.map((question) => (
        <Question key={questionKey(question)} question={question} draft={draft} setup={setup} />
      ))}
    </div>
  );
}

function Question({ question, draft, setup }: Props & { question: SetupQuestion }) {
  if (question.kind === 'total') return <TotalQuestion question={question} draft={draft} setup={setup} />;
  if (question.kind === 'end') return <EndQuestion question={question} draft={draft} setup={setup} />;
  const { answers } = setup;
  const key = questionKey(question);
  const { asks, hint, choices, chosen, toAnswer } = describe(question, draft, answers);
  const isMissing = setup.notice === 'unanswered' && setup.missing.includes(key);
  return (
    <ChoiceGroup
      question={asks}
      hint={hint}
      testId={`ask-${key}`}
      choices={choices}
      chosen={setup.isAnswered(question) ? chosen : null}
      choose={(value) => setup.answer(question, toAnswer(value))}
      problem={isMissing ? t('page.choose') : null}
    />
  );
}

type Described = {
  asks: string;
  hint?: string;
  choices: readonly Choice[];
  chosen: string;
  toAnswer: (value: string) => Partial<PageAnswers>;
};

function describe(
  question: Exclude<SetupQuestion, { kind: 'total' | 'end' }>,
  draft: PageDraft,
  answers: PageAnswers,
): Described {
  switch (question.kind) {
    case 'number': {
      const amount = unclearAmount(draft, answers);
      return {
        asks: t('page.ask.number', { text: amount?.text ?? '' }),
        choices: (amount ? numberTexts(amount) : []).map((label, reading) => ({ value: String(reading), label })),
        chosen: String(answers.valueReading),
        toAnswer: (value) => ({ valueReading: Number(value) }),
      };
    }
    case 'meaning':
      return {
        asks: t('page.ask.meaning', { text: draft.figures[0] ? writtenText(draft.figures[0]) : '' }),
        choices: [
          { value: 'left', label: t('page.ask.meaningLeft') },
          { value: 'used', label: t('page.ask.meaningUsed') },
        ],
        chosen: answers.meaning,
        toAnswer: (value) => ({ meaning: value === 'used' ? 'used' : 'left' }),
      };
    case 'byte-unit':
      return {
        asks: t('page.ask.byteUnit'),
        hint: t('page.ask.byteUnitHint'),
        choices: ['1000', '1024'].map((value) => ({ value, label: decimalText(value) })),
        chosen: String(answers.byteUnit),
        toAnswer: (value) => ({ byteUnit: value === '1024' ? 1024 : 1000 }),
      };
    case 'account':
      return {
        asks: t('page.ask.account'),
        hint: t('page.ask.accountHint'),
        choices: [
          ...draft.accounts.map(({ text }, index) => ({ value: String(index), label: text })),
          { value: 'none', label: t('page.ask.noAccount') },
        ],
        chosen: String(answers.account ?? 'none'),
        toAnswer: (value) => ({ account: value === 'none' ? null : Number(value) }),
      };
    case 'also':
      return describeFigure(question.figure, draft, answers);
  }
}

function describeFigure(index: number, draft: PageDraft, answers: PageAnswers): Described {
  const figure = draft.figures[index];
  const others = answers.also.filter((one) => one.figure !== index);
  return {
    asks: t('page.ask.also', { name: figure ? figureName(figure) : '', amount: figureText(index, draft, answers) }),
    choices: [
      { value: 'none', label: t('page.ask.alsoNot') },
      { value: 'part', label: t('page.ask.alsoPart') },
      { value: 'card', label: t('page.ask.alsoCard') },
    ],
    chosen: answers.also.find((one) => one.figure === index)?.as ?? 'none',
    toAnswer: (value) => ({
      also: value === 'part' || value === 'card' ? [...others, { figure: index, as: value }] : others,
    }),
  };
}

/** "1.5 GB of 2 GB, until Fri, 11 Dec 2026": a further figure with the total and the end that are its own. */
function figureText(index: number, draft: PageDraft, answers: PageAnswers): string {
  const figure = draft.figures[index];
  const bytes = figure ? bytesOf(figure, draft, answers) : null;
  const amount = bytes === null ? (figure?.text ?? '') : amountText(bytes, answers.byteUnit);
  const total = ownTotalOf(draft, answers, index);
  const ofTotal = total ? t('page.ask.alsoOf', { amount, total: amountText(total.bytes, answers.byteUnit) }) : amount;
  const end = figure?.end?.endsAt[0];
  return end === undefined ? ofTotal : t('page.ask.alsoUntil', { amount: ofTotal, end: endText(end) });
}
