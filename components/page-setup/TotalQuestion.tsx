import { amountText, t } from '../../utils/browser/i18n.ts';
import type { PageDraft } from '../../utils/core/page/page-draft.ts';
import { bytesOf } from '../../utils/core/page/setup/draft-amounts.ts';
import { possibleTotals } from '../../utils/core/page/setup/proposed-answers.ts';
import type { SetupQuestion } from '../../utils/core/page/setup/setup-questions.ts';
import { needsTotal, setupProblem } from '../../utils/core/page/setup/shown-reading.ts';
import { ChoiceGroup } from '../form/ChoiceGroup.tsx';
import { FormField } from '../form/FormField.tsx';
import { PointButton } from './PointButton.tsx';
import { totalField } from './typed-answers.ts';
import type { PageSetup } from './use-page-setup.ts';

type Props = { question: SetupQuestion; draft: PageDraft; setup: PageSetup };

/** Of how much it is: one of the amounts that were found, one that is typed, or none. */
export function TotalQuestion({ question, draft, setup }: Props) {
  const { answers, typed, answer } = setup;
  const { total } = answers;
  const isMissing = setup.notice === 'unanswered' && setup.missing.includes('total');
  const found = possibleTotals(draft, answers).map((index) => {
    const amount = draft.totals[index];
    const bytes = amount ? bytesOf(amount, draft, answers) : null;
    const label = bytes === null ? '' : amountText(bytes, answers.byteUnit);
    return { value: String(index), label: amount?.pointed ? t('page.pointedAt', { value: label }) : label };
  });
  const isNeeded = needsTotal(draft, answers);
  // Nothing else can be chosen.
  const isAlone = isNeeded && found.length === 0;
  const isTyped = typed.total !== null || isAlone;
  const chosen = isTyped ? 'typed' : total?.kind === 'found' ? String(total.index) : total === null ? 'none' : 'typed';
  const field = (
    <FormField
      field={totalField}
      value={typed.total ?? ''}
      problem={isMissing && total === null ? 'amount' : null}
      change={(value) => answer(question, {}, { total: value })}
    />
  );
  const choose = (value: string) => {
    if (value === 'typed') return answer(question, {}, { total: '' });
    const next = value === 'none' ? null : ({ kind: 'found', index: Number(value) } as const);
    answer(question, { total: next }, { total: null });
  };
  const problem = setupProblem(draft, answers);
  const why = draft.figures[0]?.isPercent ? t('page.ask.totalOfPercent') : t('page.ask.totalNeeded');
  const isKept = !isTyped && total?.kind === 'found' && draft.totals[total.index]?.pointed?.isFixed;
  return (
    <div>
      <ChoiceGroup
        question={t('page.ask.total')}
        hint={isKept ? t('page.kept.total') : isNeeded ? why : undefined}
        testId="ask-total"
        choices={[
          ...found,
          { value: 'typed', label: t(isAlone ? 'page.ask.typedAlone' : 'page.ask.typed'), field },
          ...(isNeeded ? [] : [{ value: 'none', label: t('page.ask.noTotal') }]),
        ]}
        chosen={isAlone || setup.isAnswered(question) ? chosen : null}
        choose={choose}
        problem={problem === 'over-total' ? t('page.ask.totalSmall') : isMissing && !isTyped ? t('page.choose') : null}
      />
      <PointButton what="total" url={draft.url} setup={setup} />
    </div>
  );
}
