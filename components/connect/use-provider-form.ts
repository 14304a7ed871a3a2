import { useRef, useState } from 'preact/hooks';
import { type ListedProvider, send } from '../../utils/browser/messages.ts';
import { requestOrigins } from '../../utils/browser/permissions.ts';
import type { Entries } from '../../utils/core/forms/form-field.ts';
import { hotspotOf } from '../../utils/core/forms/parse-input.ts';
import { patternFor } from '../../utils/core/values/urls.ts';
import { useEntries } from '../form/use-form.ts';
import { type Notice, noticeFor } from './connect-flow.ts';

/** `accountId`, `name`: whose entries are changed; null, none: a new account. `filled`: what the fields begin with. */
export type Chosen = { provider: ListedProvider; accountId: string | null; name?: string; filled: Entries };

/** One provider's form: what was typed, what is wrong with it, and what became of it. */
export function useProviderForm({ provider, accountId, filled }: Chosen, onConnected: (accountId: string) => void) {
  const presets = Object.fromEntries(provider.fields.map(({ name, preset = '' }) => [name, preset]));
  const entries = useEntries(provider.fields, { ...presets, ...filled });
  const [isBusy, setBusy] = useState(false);
  const [notice, setNotice] = useState<Notice>({ kind: 'none' });
  const underWay = useRef(false);
  const isKeyless = !provider.fields.some(({ kind }) => kind === 'secret');

  const connect = async (isAllowed: boolean): Promise<void> => {
    if (!isAllowed) return setNotice({ kind: 'not-allowed' });
    setNotice({ kind: 'trying' });
    const ask = { providerId: provider.id, origin: null, entries: entries.typed, accountId };
    const answer = await send('connectWith', ask);
    if (answer.kind === 'signed-in') onConnected(answer.accountId);
    else
      setNotice(
        answer.kind === 'refused' ? { kind: isKeyless ? 'locked' : 'entries-refused' } : noticeFor(answer, false),
      );
  };

  /** Not async: the browser has to be asked in the click's own turn. */
  const press = () => {
    if (underWay.current || !entries.judge()) return;
    const patterns = patternsFor(provider, entries.typed);
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
  };

  return { entries, isBusy, notice, press };
}

/** What the browser will be asked for: the provider's own addresses, and those typed. */
export function patternsFor({ fields, origins }: ListedProvider, typed: Entries): string[] {
  const hotspots = fields.flatMap(({ kind, name }) => (kind === 'hotspot' ? [hotspotOf(typed[name] ?? '')] : []));
  return [...origins, ...hotspots.filter((origin) => origin !== null).map(patternFor)];
}
