import { useState } from 'preact/hooks';
import { type ListedProvider, send } from '../../../utils/browser/messages.ts';
import { requestOrigins } from '../../../utils/browser/permissions.ts';
import { type FormValues, fieldsOfChange } from '../../../utils/core/forms/form-field.ts';
import { parseHotspotOrigin } from '../../../utils/core/forms/parse-input.ts';
import { isSecret } from '../../../utils/core/forms/secret.ts';
import type { BalanceCode } from '../../../utils/core/sellers/known-sellers.ts';
import { toMatchPattern } from '../../../utils/core/values/urls.ts';
import { useForm } from '../../form/use-form.ts';
import { useRunOnce } from '../../hooks/use-run-once.ts';
import { type ConnectNotice, toConnectNotice } from './connect-flow.ts';

/**
 * `accountId` and `name`: of the account being edited; null and none for a new account. `codes`: which usually tell what
 * is left on such a card. `firstNotice`: what has led to the form.
 */
export type ChosenProvider = {
  provider: ListedProvider;
  accountId: string | null;
  name?: string;
  initialValues: FormValues;
  codes?: readonly BalanceCode[];
  firstNotice?: ConnectNotice;
};

/** The state of one provider's form, and how to submit it. */
export function useProviderForm(
  { provider, accountId, initialValues, firstNotice = { kind: 'none' } }: ChosenProvider,
  onConnected: (accountId: string) => void,
) {
  const presets = Object.fromEntries(provider.fields.map(({ name, preset = '' }) => [name, preset]));
  const fields = accountId === null ? provider.fields : fieldsOfChange(provider.fields);
  const form = useForm(fields, { ...presets, ...initialValues });
  const { isBusy, isRunning, run } = useRunOnce();
  const [notice, setNotice] = useState<ConnectNotice>(firstNotice);
  const hasNoSecret = !provider.fields.some(isSecret);

  const connect = async (isAllowed: boolean): Promise<void> => {
    if (!isAllowed) return setNotice({ kind: 'not-allowed' });
    setNotice({ kind: 'trying' });
    const payload = { providerId: provider.id, foundId: null, entries: form.typed, accountId };
    const result = await send('connectWithForm', payload);
    if (result.kind === 'signed-in') onConnected(result.accountId);
    else
      setNotice(
        result.kind === 'refused'
          ? { kind: hasNoSecret ? 'locked' : 'entries-refused' }
          : toConnectNotice(result, false),
      );
  };

  /** Not async: `requestOrigins` has to be called synchronously within the click. */
  const submit = () => {
    if (isRunning() || !form.validate()) return;
    const patterns = requestedPatterns(provider, form.typed);
    const permission = patterns.length === 0 ? Promise.resolve(true) : requestOrigins(patterns);
    run(() => permission.then(connect).catch(() => setNotice({ kind: 'stopped' })));
  };

  return { fields, form, isBusy, notice, submit };
}

/** The match patterns that need permission: the provider's own origins and the hotspots typed into the form. */
export function requestedPatterns({ fields, origins }: ListedProvider, typed: FormValues): string[] {
  const hotspots = fields.flatMap(({ kind, name }) =>
    kind === 'hotspot' ? [parseHotspotOrigin(typed[name] ?? '')] : [],
  );
  return [...origins, ...hotspots.filter((origin) => origin !== null).map(toMatchPattern)];
}
