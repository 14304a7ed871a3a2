import { useEffect, useRef, useState } from 'preact/hooks';
import { type DiscoveryResult, type SignInResult, send } from '../../utils/browser/messages.ts';
import { requestOrigins } from '../../utils/browser/permissions.ts';
import { cleanSecret } from '../../utils/core/forms/secret.ts';
import { parseOrigin } from '../../utils/core/values/urls.ts';
import { useForm } from '../form/use-form.ts';
import {
  type ConnectAction,
  type ConnectNotice,
  type ConnectState,
  cardTokenNotice,
  decideAfterDiscovery,
  decideConnectAction,
  type FoundSeller,
  isPlausible,
  toConnectNotice,
} from './connect-flow.ts';

const typingDelayMs = 400;

/** Connects an account from a typed address: the state of the form, and what its fields and its button do. */
export function useConnect(initialAddress: string, onConnected: (accountId: string) => void) {
  const [state, setState] = useState<ConnectState>({ typed: initialAddress, discovery: 'none', hasExplained: false });
  const [isBusy, setBusy] = useState(isPlausibleAddress(initialAddress));
  const [notice, setNotice] = useState<ConnectNotice>({ kind: 'none' });
  const [cardToken, setCardToken] = useState('');
  // The number of changes of the address: results for an earlier address are ignored.
  const version = useRef(0);
  const fields = foundIn(state.discovery)?.fields ?? [];
  const form = useForm(fields, {});

  const discover = async (typed: string): Promise<DiscoveryResult | 'none'> => {
    const origin = parseOrigin(typed);
    const discovery = origin === null ? 'none' : await send('findSeller', { origin });
    setState((before) => (before.typed === typed ? { typed, discovery, hasExplained: false } : before));
    return discovery;
  };

  useEffect(() => {
    if (!isPlausibleAddress(state.typed)) return setBusy(false);
    setBusy(true);
    const delayMs = state.typed === initialAddress ? 0 : typingDelayMs;
    const timer = setTimeout(() => track(discover(state.typed)), delayMs);
    return () => clearTimeout(timer);
  }, [state.typed]);

  /** Clears the token and the other fields: they were meant for the previous seller. */
  const type = (typed: string) => {
    if (typed === state.typed) return;
    version.current += 1;
    setCardToken('');
    form.clear();
    setState({ typed, discovery: 'none', hasExplained: false });
    setBusy(isPlausibleAddress(typed));
    setNotice({ kind: 'none' });
  };

  /** For a seller that reports no balance: it is entered manually, without a sign-in. */
  const connectWithForm = async ({ id: foundId, seller: { providerId } }: FoundSeller) => {
    if (!form.validate()) return;
    const startVersion = version.current;
    await end(
      await send('connectWithForm', { providerId, foundId, entries: form.typed, accountId: null }),
      startVersion,
    );
  };

  const signIn = async (found: FoundSeller) => {
    const { id: foundId, seller } = found;
    if (fields.length > 0) return connectWithForm(found);
    const withToken = seller.cardToken && cleanSecret(cardToken) !== '';
    if (!withToken && !seller.signIn) return setNotice({ kind: 'need-token' });
    const tokenNotice = withToken ? cardTokenNotice(cardToken) : null;
    if (tokenNotice) return setNotice(tokenNotice);
    const startVersion = version.current;
    setNotice({ kind: 'signing-in' });
    const result = withToken ? await send('useCardToken', { foundId, cardToken }) : await send('signIn', { foundId });
    await end(result, startVersion, withToken);
  };

  /** What a press led to. A sign-in at the same seller that was open before, in another tab, is this one's too. */
  const end = async (result: SignInResult, startVersion: number, withToken = false): Promise<void> => {
    if (result.kind === 'signed-in') return onConnected(result.accountId);
    if (startVersion !== version.current) return;
    setNotice(toConnectNotice(result, withToken));
    if (result.kind === 'not-found') await discover(state.typed);
    if (result.kind !== 'already-open' || !result.isSameSeller) return;
    const ended = await send('awaitSignIn', {});
    await end(ended ?? { kind: 'window-closed' }, startVersion);
  };

  /** Null for actions that finish synchronously. */
  const perform = (action: Exclude<ConnectAction, { kind: 'request-permission' }>): Promise<void> | null => {
    if (action.kind === 'sign-in') return signIn(action.found);
    if (action.kind === 'show-notice') setNotice(action.notice);
    if (action.kind === 'explain') {
      setState((before) => ({ ...before, hasExplained: true }));
      setNotice({ kind: 'permission-needed', ...action.reason });
    }
    return null;
  };

  /** `startVersion`: of the address the permission was requested for; the answer is ignored once another is typed. */
  const continueAfterPrompt = async (isAllowed: boolean, startVersion: number) => {
    if (startVersion !== version.current) return;
    if (!isAllowed) return setNotice({ kind: 'not-allowed' });
    // What was shown is what is connected: only an address that could not be read without permission is read now.
    const found = foundIn(state.discovery);
    const discovery = found ? ({ ...found, isGranted: true } as const) : await discover(state.typed);
    if (discovery === 'none' || startVersion !== version.current) return;
    if (found) setState((before) => ({ ...before, discovery }));
    const action = decideAfterDiscovery(discovery);
    // The fields appear only now: they have to be filled in before anything is connected.
    if (action.kind === 'sign-in' && discovery.kind === 'found' && discovery.fields.length > fields.length) return;
    await perform(action);
  };

  /** Shows the form as busy until `work` ends; ignored once another address is typed. */
  const track = (work: Promise<unknown>) => {
    const startVersion = version.current;
    const ifCurrent = (then: () => void) => () => startVersion === version.current && then();
    setBusy(true);
    work.catch(ifCurrent(() => setNotice({ kind: 'stopped' }))).finally(ifCurrent(() => setBusy(false)));
  };

  /** Not async: `requestOrigins` has to be called synchronously within the click. */
  const submit = () => {
    const action = decideConnectAction(state);
    const startVersion = version.current;
    const work =
      action.kind === 'request-permission'
        ? requestOrigins(action.patterns).then((isAllowed) => continueAfterPrompt(isAllowed, startVersion))
        : perform(action);
    if (work) track(work);
  };

  return {
    typed: state.typed,
    found: foundIn(state.discovery),
    fields,
    form,
    isBusy,
    notice,
    cardToken,
    type,
    setCardToken,
    submit,
  };
}

function foundIn(discovery: ConnectState['discovery']): FoundSeller | null {
  return discovery !== 'none' && discovery.kind === 'found' ? discovery : null;
}

function isPlausibleAddress(typed: string): boolean {
  const origin = parseOrigin(typed);
  return origin !== null && isPlausible(origin);
}
