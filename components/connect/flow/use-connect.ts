import { useEffect, useRef, useState } from 'preact/hooks';
import { type DiscoveryResult, type SignInResult, send } from '../../../utils/browser/messages.ts';
import { requestOrigins } from '../../../utils/browser/permissions.ts';
import { cleanSecret } from '../../../utils/core/forms/secret.ts';
import { parseOrigin } from '../../../utils/core/values/urls.ts';
import { useForm } from '../../form/use-form.ts';
import {
  type ConnectAction,
  type ConnectNotice,
  type ConnectState,
  cardTokenNotice,
  decideAfterDiscovery,
  decideConnectAction,
  type FoundSeller,
  isPlausibleAddress,
  toConnectNotice,
} from './connect-flow.ts';

const typingDelayMs = 400;

/** looking: the address is looked at · working: a press is being carried out. */
type Activity = 'idle' | 'looking' | 'working';

/**
 * Connects an account from a typed address: the state of the form, and what its fields and its button do. `instead`: at
 * an address without a seller, what else is done; false: nothing.
 */
export function useConnect(
  initialAddress: string,
  onConnected: (accountId: string) => void,
  instead: (typed: string) => boolean,
) {
  const [state, setState] = useState<ConnectState>({ typed: initialAddress, discovery: 'none' });
  const [activity, setActivity] = useState<Activity>(isPlausibleAddress(initialAddress) ? 'looking' : 'idle');
  const [notice, setNotice] = useState<ConnectNotice>({ kind: 'none' });
  const [cardToken, setCardToken] = useState('');
  // The number of changes of the address: results for an earlier address are ignored.
  const version = useRef(0);
  // A press while the address is looked at: it acts once that ends.
  const isPressed = useRef(false);
  // Of the latest rendering: what it needs may have been loaded while the address was looked at.
  const latestInstead = useRef(instead);
  latestInstead.current = instead;
  const fields = foundIn(state.discovery)?.fields ?? [];
  const form = useForm(fields, {});

  const discover = async (typed: string): Promise<DiscoveryResult | 'none'> => {
    const origin = parseOrigin(typed);
    const discovery = origin === null ? 'none' : await send('findSeller', { origin });
    setState((before) => (before.typed === typed ? { typed, discovery } : before));
    return discovery;
  };

  const lookAt = async (typed: string): Promise<void> => {
    const startVersion = version.current;
    const discovery = await discover(typed);
    if (!isPressed.current || startVersion !== version.current) return;
    isPressed.current = false;
    setNotice({ kind: 'none' });
    // What it asks for has to be seen and filled in first.
    if (discovery !== 'none' && discovery.kind === 'found' && discovery.fields.length > 0) return;
    setActivity('working');
    await act({ typed, discovery }, true);
  };

  useEffect(() => {
    if (!isPlausibleAddress(state.typed)) return setActivity('idle');
    const delayMs = state.typed === initialAddress ? 0 : typingDelayMs;
    const timer = setTimeout(() => track(lookAt(state.typed), 'looking'), delayMs);
    return () => clearTimeout(timer);
  }, [state.typed]);

  /** Clears the token and the other fields: they were meant for the previous seller. */
  const type = (typed: string) => {
    if (typed === state.typed) return;
    version.current += 1;
    isPressed.current = false;
    setCardToken('');
    form.clear();
    setState({ typed, discovery: 'none' });
    setActivity(isPlausibleAddress(typed) ? 'looking' : 'idle');
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
    if (found.fields.length > 0) return connectWithForm(found);
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
    setNotice(action.notice);
    return null;
  };

  /**
   * `startVersion`: of the address the permission was requested for; the answer is ignored once another is typed.
   * `isAllowed` null: the browser would not ask.
   */
  const continueAfterPrompt = async (before: ConnectState, isAllowed: boolean | null, startVersion: number) => {
    if (startVersion !== version.current) return;
    if (isAllowed === null) return setNotice({ kind: 'press-again' });
    if (!isAllowed) return setNotice({ kind: 'not-allowed' });
    // What was shown is what is connected: only an address that could not be read without permission is read now.
    const found = foundIn(before.discovery);
    const discovery = found ? ({ ...found, isGranted: true } as const) : await discover(before.typed);
    if (discovery === 'none' || startVersion !== version.current) return;
    if (found) setState((latest) => ({ ...latest, discovery }));
    const action = decideAfterDiscovery(discovery);
    // The fields appear only now: they have to be filled in before anything is connected.
    if (action.kind === 'sign-in' && action.found.fields.length > (found?.fields.length ?? 0)) return;
    await perform(action);
  };

  /** Shows what the form is doing until `work` ends; ignored once another address is typed. */
  const track = (work: Promise<unknown>, kind: Activity) => {
    const startVersion = version.current;
    const ifCurrent = (then: () => void) => () => startVersion === version.current && then();
    setActivity(kind);
    work.catch(ifCurrent(() => setNotice({ kind: 'stopped' }))).finally(ifCurrent(() => setActivity('idle')));
  };

  /**
   * Not async: `requestOrigins` has to be called synchronously within the click. `isLate`: after that, where Firefox
   * takes another press for its question. Null: it is done already.
   */
  const act = (latest: ConnectState, isLate = false): Promise<void> | null => {
    if (foundIn(latest.discovery) === null && latestInstead.current(latest.typed)) return null;
    const action = decideConnectAction(latest);
    const startVersion = version.current;
    if (action.kind !== 'request-permission') return perform(action);
    const asked = requestOrigins(action.patterns);
    return (isLate ? asked.catch(() => null) : asked).then((isAllowed) =>
      continueAfterPrompt(latest, isAllowed, startVersion),
    );
  };

  const submit = () => {
    if (activity === 'working') return;
    if (activity === 'looking') {
      isPressed.current = true;
      return setNotice({ kind: 'looking' });
    }
    const work = act(state);
    if (work) track(work, 'working');
  };

  return {
    typed: state.typed,
    found: foundIn(state.discovery),
    isAddress: isPlausibleAddress(state.typed),
    fields,
    form,
    activity,
    notice,
    setNotice,
    cardToken,
    type,
    setCardToken,
    submit,
  };
}

function foundIn(discovery: ConnectState['discovery']): FoundSeller | null {
  return discovery !== 'none' && discovery.kind === 'found' ? discovery : null;
}
