import { useEffect, useRef, useState } from 'preact/hooks';
import { type DiscoveryResult, send } from '../../utils/browser/messages.ts';
import { requestOrigins } from '../../utils/browser/permissions.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import { parseOrigin } from '../../utils/core/values/urls.ts';
import { useForm } from '../form/use-form.ts';
import {
  type ConnectAction,
  type ConnectNotice,
  type ConnectState,
  decideAfterDiscovery,
  decideConnectAction,
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
  const fields = state.discovery !== 'none' && state.discovery.kind === 'found' ? state.discovery.fields : [];
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
  const connectWithForm = async ({ origin, providerId }: Seller) => {
    if (!form.validate()) return;
    const startVersion = version.current;
    const result = await send('connectWithForm', { providerId, origin, entries: form.typed, accountId: null });
    if (result.kind === 'signed-in') onConnected(result.accountId);
    else if (startVersion === version.current) setNotice(toConnectNotice(result, false));
  };

  const signIn = async (seller: Seller) => {
    const { origin } = seller;
    if (fields.length > 0) return connectWithForm(seller);
    const withToken = seller.cardToken && cardToken.trim() !== '';
    if (!withToken && !seller.signIn) return setNotice({ kind: 'need-token' });
    const startVersion = version.current;
    setNotice({ kind: 'signing-in' });
    const result = withToken ? await send('useCardToken', { origin, cardToken }) : await send('signIn', { origin });
    if (result.kind === 'signed-in') onConnected(result.accountId);
    else if (startVersion === version.current) setNotice(toConnectNotice(result, withToken));
  };

  /** Null for actions that finish synchronously. */
  const perform = (action: Exclude<ConnectAction, { kind: 'request-permission' }>): Promise<void> | null => {
    if (action.kind === 'sign-in') return signIn(action.seller);
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
    const discovery = await discover(state.typed);
    if (discovery === 'none' || startVersion !== version.current) return;
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
    discovery: state.discovery,
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

function isPlausibleAddress(typed: string): boolean {
  const origin = parseOrigin(typed);
  return origin !== null && isPlausible(origin);
}
