import { useEffect, useState } from 'preact/hooks';
import { type SignInResult, send } from '../../utils/browser/messages.ts';
import { requestOrigins } from '../../utils/browser/permissions.ts';
import { trimValues } from '../../utils/core/forms/form-field.ts';
import type { PageAnswers } from '../../utils/core/page/page-answers.ts';
import type { DraftPart, PageDraft, Pointed } from '../../utils/core/page/page-draft.ts';
import { cardFactFields, cardFactsToFormValues, parseCardFacts } from '../../utils/core/page/setup/card-facts.ts';
import { proposedAnswers, settledAnswers, topUpLinkOf } from '../../utils/core/page/setup/proposed-answers.ts';
import { questionsOf, type SetupQuestion } from '../../utils/core/page/setup/setup-questions.ts';
import { setupProblem } from '../../utils/core/page/setup/shown-reading.ts';
import { toMatchPattern } from '../../utils/core/values/urls.ts';
import { useForm } from '../form/use-form.ts';
import { useRunOnce } from '../hooks/use-run-once.ts';
import { parseTypedEnd, parseTypedTotal } from './typed-answers.ts';
import { usePointing } from './use-pointing.ts';

/** What the step reports. not-allowed: the browser's question was answered with no · gone: the draft was used, or lost. */
export type SetupNotice = 'none' | 'unanswered' | 'not-allowed' | 'gone' | 'not-saved' | 'stopped';

/** Of each further figure its own. */
export function questionKey(question: SetupQuestion): string {
  return question.kind === 'also' ? `also-${question.figure}` : question.kind;
}

/** What is typed in place of what was found; null: nothing is to be typed. */
type Typed = { total: string | null; end: string | null };

type Start = {
  first: PageAnswers;
  accountId: string | null;
  tabId: number | null;
  onSaved: (accountId: string) => void;
};

/** The set-up of one draft: its answers, what is asked, and how it is saved. */
export function usePageSetup(draft: PageDraft, { first, accountId, tabId, onSaved }: Start) {
  const [chosen, setChosen] = useState(first);
  const [answered, setAnswered] = useState<readonly string[]>([]);
  const [opened, setOpened] = useState<readonly DraftPart[]>([]);
  const [typed, setTyped] = useState<Typed>({ total: null, end: null });
  const [notice, setNotice] = useState<SetupNotice>('none');
  const { isBusy, isRunning, run } = useRunOnce();
  const facts = useForm(cardFactFields, cardFactsToFormValues(first.facts));
  const topUpUrl = first.topUpUrl ?? topUpLinkOf(draft)?.url ?? null;
  const answers = settledAnswers(draft, {
    ...chosen,
    facts: parseCardFacts(trimValues(cardFactFields, facts.typed)),
    ...(typed.total === null ? {} : { total: parseTypedTotal(typed.total, chosen.byteUnit) }),
    ...(typed.end === null ? {} : { end: parseTypedEnd(typed.end) }),
  });
  const asked = questionsOf(draft, answers);
  const added = opened.filter((kind) => !asked.some((question) => question.kind === kind));
  const questions: SetupQuestion[] = [...added.map((kind) => ({ kind, isNeeded: false })), ...asked];
  const problem = setupProblem(draft, answers);
  const isAnswered = (question: SetupQuestion) => !question.isNeeded || answered.includes(questionKey(question));
  const isMissing = (question: SetupQuestion) => {
    if (question.kind === 'total' && (problem !== null || (typed.total !== null && answers.total === null)))
      return true;
    if (question.kind === 'end' && typed.end !== null && answers.end === null) return true;
    return !isAnswered(question);
  };
  const missing = questions.filter(isMissing).map(questionKey);

  const answer = (question: SetupQuestion, some: Partial<PageAnswers>, someTyped: Partial<Typed> = {}) => {
    setChosen((before) => ({ ...before, ...some }));
    setTyped((before) => ({ ...before, ...someTyped }));
    setAnswered((before) => [...new Set([...before, questionKey(question)])]);
    setNotice('none');
  };

  // What was pointed at is the answer from then on, shown where it can be changed.
  const takePointed = (kind: DraftPart, pointed: Pointed | undefined) => {
    if (!pointed) return;
    setChosen((before) => ({ ...before, [kind]: proposedAnswers(draft)[kind] }));
    setTyped((before) => ({ ...before, [kind]: null }));
    setAnswered((before) => before.filter((key) => key !== kind));
    setOpened((before) => [...new Set([...before, kind])]);
    setNotice('none');
  };
  const [pointedTotal, pointedEnd] = [draft.totals[0]?.pointed, draft.ends[0]?.pointed];
  useEffect(() => takePointed('total', pointedTotal), [pointedTotal?.at]);
  useEffect(() => takePointed('end', pointedEnd), [pointedEnd?.at]);

  const end = (result: SignInResult) => {
    if (result.kind === 'signed-in') return onSaved(result.accountId);
    setNotice(result.kind === 'not-found' ? 'gone' : 'not-saved');
  };
  const save = async (isKeptUpToDate: boolean) =>
    end(await send('savePage', { draftId: draft.id, answers, isKeptUpToDate, accountId }));
  const track = (work: Promise<unknown>) => run(() => work.catch(() => setNotice('stopped')));
  const isReady = () => {
    if (isRunning()) return false;
    const canSave = facts.validate() && missing.length === 0 && problem === null;
    setNotice(canSave ? 'none' : 'unanswered');
    // A total that is missing, or less than what is left, may not have been asked for yet.
    if (problem !== null) setOpened((before) => [...new Set([...before, 'total' as const])]);
    return canSave;
  };
  return {
    answers,
    questions,
    /** Those that have to be answered before it can be saved. */
    missing,
    isAnswered,
    /** Whether one of these kinds is still to be answered: what is proposed for it is not known yet. */
    isUnanswered: (...kinds: SetupQuestion['kind'][]) =>
      questions.some((question) => kinds.includes(question.kind) && !isAnswered(question)),
    typed,
    /** The form for what the page does not say of the card. */
    facts,
    pointing: usePointing(draft, tabId, accountId),
    notice,
    isBusy,
    answer,
    /** The page that may be taken for renewing; null: none was found. */
    topUpUrl,
    setTopUp: (isOn: boolean) => setChosen((before) => ({ ...before, topUpUrl: isOn ? topUpUrl : null })),
    open: (kind: DraftPart) => setOpened((before) => [...new Set([...before, kind])]),
    /** Not async: `requestOrigins` has to be called synchronously within the click. */
    keep: () => {
      if (!isReady()) return;
      const permission = requestOrigins([toMatchPattern(draft.url)]);
      track(permission.then((isAllowed) => (isAllowed ? save(true) : setNotice('not-allowed'))));
    },
    readWhenPressed: () => {
      if (isReady()) track(save(false));
    },
  };
}

export type PageSetup = ReturnType<typeof usePageSetup>;
