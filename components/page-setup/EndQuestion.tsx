import { t } from '../../utils/browser/i18n.ts';
import type { PageDraft } from '../../utils/core/page/page-draft.ts';
import { endChoices, type SetupQuestion } from '../../utils/core/page/setup/setup-questions.ts';
import { endOf } from '../../utils/core/page/setup/shown-reading.ts';
import { ChoiceGroup } from '../form/ChoiceGroup.tsx';
import { FormField } from '../form/FormField.tsx';
import { endText } from './setup-text.ts';
import { endField } from './typed-answers.ts';
import type { PageSetup } from './use-page-setup.ts';

type Props = { question: SetupQuestion; draft: PageDraft; setup: PageSetup };

/** When it ends: one of the days that were found, in each way to read it, one that is chosen, or none. */
export function EndQuestion({ question, draft, setup }: Props) {
  const { answers, typed, answer } = setup;
  const found = endChoices(draft);
  const isMissing = setup.notice === 'unanswered' && setup.missing.includes('end');
  const at = endOf(draft, answers);
  const place = found.findIndex((choice) => choice.at === at);
  const chosen = typed.end !== null ? 'typed' : place < 0 ? 'none' : String(place);
  const field = (
    <FormField
      field={endField}
      value={typed.end ?? ''}
      problem={isMissing && answers.end === null ? 'date' : null}
      change={(value) => answer(question, {}, { end: value })}
    />
  );
  const choose = (value: string) => {
    if (value === 'typed') return answer(question, {}, { end: '' });
    const choice = found[Number(value)];
    const end = choice ? ({ kind: 'found', index: choice.index, reading: choice.reading } as const) : null;
    answer(question, { end }, { end: null });
  };
  return (
    <ChoiceGroup
      question={t('page.ask.end')}
      testId="ask-end"
      choices={[
        ...found.map((choice, index) => ({ value: String(index), label: endText(choice.at) })),
        { value: 'typed', label: t('page.ask.typedEnd'), field },
        { value: 'none', label: t('page.ask.noEnd') },
      ]}
      chosen={setup.isAnswered(question) ? chosen : null}
      choose={choose}
      problem={isMissing && typed.end === null ? t('page.choose') : null}
    />
  );
}
