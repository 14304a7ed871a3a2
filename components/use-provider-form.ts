import { useRef, useState } from 'preact/hooks';
import { type ListedProvider, send } from '../utils/browser/messages.ts';
import { requestOrigins } from '../utils/browser/permissions.ts';
import { patternFor } from '../utils/core/account.ts';
import { type Entries, type FieldProblem, fieldProblem, hotspotOf, problemsOf } from '../utils/core/field.ts';
import { type Notice, noticeFor } from './connect-step.ts';

/** `accountId`, `name`: whose entries are changed; null, none: a new account. `filled`: what the fields begin with. */
export type Chosen = { provider: ListedProvider; accountId: string | null; name?: string; filled: Entries };

/** One provider's form: what was typed, what is wrong with it, and what became of it. */
export function useProviderForm({ provider, accountId, filled }: Chosen, onConnected: (accountId: string) => void) {
  const presets = Object.fromEntries(provider.fields.map(({ name, preset = '' }) => [name, preset]));
  const [typed, setTyped] = useState<Entries>({ ...presets, ...filled });
  const [problems, setProblems] = useState<Record<string, FieldProblem>>({});
  const [isBusy, setBusy] = useState(false);
  const [notice, setNotice] = useState<Notice>({ kind: 'none' });
  const underWay = useRef(false);
  const isKeyless = !provider.fields.some(({ kind }) => kind === 'secret');

  /** What was wrong is judged anew as it is typed; what was not tried yet is left alone. */
  const change = (name: string, value: string) => {
    setTyped((before) => ({ ...before, [name]: value }));
    const field = provider.fields.find((one) => one.name === name);
    if (!field || !(name in problems)) return;
    const { [name]: _, ...others } = problems;
    const problem = fieldProblem(field, value);
    setProblems(problem === null ? others : { ...others, [name]: problem });
  };

  const connect = async (isAllowed: boolean): Promise<void> => {
    if (!isAllowed) return setNotice({ kind: 'not-allowed' });
    setNotice({ kind: 'trying' });
    const ask = { providerId: provider.id, origin: null, entries: typed, accountId };
    const answer = await send('connectWith', ask);
    if (answer.kind === 'signed-in') onConnected(answer.accountId);
    else
      setNotice(
        answer.kind === 'refused' ? { kind: isKeyless ? 'locked' : 'entries-refused' } : noticeFor(answer, false),
      );
  };

  /** Not async: the browser has to be asked in the click's own turn. Returns the first field that is wrong. */
  const press = (): string | null => {
    if (underWay.current) return null;
    const wrong = problemsOf(provider.fields, typed);
    setProblems(wrong);
    const first = provider.fields.find(({ name }) => name in wrong)?.name ?? null;
    if (first !== null) return first;
    const patterns = patternsFor(provider, typed);
    const asked = patterns.length === 0 ? Promise.resolve(true) : requestOrigins(patterns);
    underWay.current = true;
    setBusy(true);
    asked
      .then(connect)
      .catch(() => setNotice({ kind: 'stopped' }))
      .finally(() => {
        underWay.current = false;
        setBusy(false);
      });
    return null;
  };

  return { typed, problems, isBusy, notice, change, press };
}

/** What the browser will be asked for: the provider's own addresses, and those typed. */
export function patternsFor({ fields, origins }: ListedProvider, typed: Entries): string[] {
  const hotspots = fields.flatMap(({ kind, name }) => (kind === 'hotspot' ? [hotspotOf(typed[name] ?? '')] : []));
  return [...origins, ...hotspots.filter((origin) => origin !== null).map(patternFor)];
}
