import { useRef, useState } from 'preact/hooks';
import { type ListedProvider, send } from '../../utils/browser/messages.ts';
import { requestOrigins } from '../../utils/browser/permissions.ts';
import type { FormValues } from '../../utils/core/forms/form-field.ts';
import { parseHotspotOrigin } from '../../utils/core/forms/parse-input.ts';
import { toMatchPattern } from '../../utils/core/values/urls.ts';
import { useForm } from '../form/use-form.ts';
import { type ConnectNotice, toConnectNotice } from './connect-flow.ts';

/** `accountId`, `name`: whose entries are changed; null, none: a new account. `filled`: what the fields begin with. */
export type ChosenProvider = { provider: ListedProvider; accountId: string | null; name?: string; filled: FormValues };

/** One provider's form: what was typed, what is wrong with it, and what became of it. */
export function useProviderForm(
  { provider, accountId, filled }: ChosenProvider,
  onConnected: (accountId: string) => void,
) {
  const presets = Object.fromEntries(provider.fields.map(({ name, preset = '' }) => [name, preset]));
  const entries = useForm(provider.fields, { ...presets, ...filled });
  const [isBusy, setBusy] = useState(false);
  const [notice, setNotice] = useState<ConnectNotice>({ kind: 'none' });
  const underWay = useRef(false);
  const isKeyless = !provider.fields.some(({ kind }) => kind === 'secret');

  const connect = async (isAllowed: boolean): Promise<void> => {
    if (!isAllowed) return setNotice({ kind: 'not-allowed' });
    setNotice({ kind: 'trying' });
    const ask = { providerId: provider.id, origin: null, entries: entries.typed, accountId };
    const answer = await send('connectWithForm', ask);
    if (answer.kind === 'signed-in') onConnected(answer.accountId);
    else
      setNotice(
        answer.kind === 'refused' ? { kind: isKeyless ? 'locked' : 'entries-refused' } : toConnectNotice(answer, false),
      );
  };

  /** Not async: the browser has to be asked in the click's own turn. */
  const press = () => {
    if (underWay.current || !entries.validate()) return;
    const patterns = requestedPatterns(provider, entries.typed);
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
export function requestedPatterns({ fields, origins }: ListedProvider, typed: FormValues): string[] {
  const hotspots = fields.flatMap(({ kind, name }) =>
    kind === 'hotspot' ? [parseHotspotOrigin(typed[name] ?? '')] : [],
  );
  return [...origins, ...hotspots.filter((origin) => origin !== null).map(toMatchPattern)];
}
