import { t } from '../../utils/browser/i18n.ts';
import type { PageDraft } from '../../utils/core/page/page-draft.ts';
import { endChoices, type SetupQuestion } from '../../utils/core/page/setup/setup-questions.ts';
import { endOf } from '../../utils/core/page/setup/shown-reading.ts';
import { ChoiceGroup } from '../form/ChoiceGroup.tsx';
import { FormField } from '../form/FormField.tsx';
import { PointButton } from './PointButton.tsx';
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
  const pointedOf = ({ index }: { index: number }) => draft.ends[index]?.pointed;
  const isKept = typed.end === null && found[place] !== undefined && pointedOf(found[place])?.isFixed;
  return (
    <div>
      <ChoiceGroup
        question={t('page.ask.end')}
        hint={isKept ? t('page.kept.end') : undefined}
        testId="ask-end"
        choices={[
          ...found.map((choice, index) => {
            const value = endText(choice.at);
            return { value: String(index), label: pointedOf(choice) ? t('page.pointedAt', { value }) : value };
          }),
          { value: 'typed', label: t('page.ask.typedEnd'), field },
          { value: 'none', label: t('page.ask.noEnd') },
        ]}
        chosen={setup.isAnswered(question) ? chosen : null}
        choose={choose}
        problem={isMissing && typed.end === null ? t('page.choose') : null}
      />
      <PointButton what="end" url={draft.url} setup={setup} />
    </div>
  );
}
