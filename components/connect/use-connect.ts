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

const typingMs = 400;

/** The way from an address to an account: the page's state, and what its fields and its one button do. */
export function useConnect(firstTyped: string, onConnected: (accountId: string) => void) {
  const [state, setState] = useState<ConnectState>({ typed: firstTyped, look: 'none', hasExplained: false });
  const [isBusy, setBusy] = useState(originIsPlausible(firstTyped));
  const [notice, setNotice] = useState<ConnectNotice>({ kind: 'none' });
  const [cardToken, setCardToken] = useState('');
  const latest = useRef(0);
  const fields = state.look !== 'none' && state.look.kind === 'found' ? state.look.fields : [];
  const entries = useForm(fields, {});

  const look = async (typed: string): Promise<DiscoveryResult | 'none'> => {
    const origin = parseOrigin(typed);
    const found = origin === null ? 'none' : await send('findSeller', { origin });
    setState((before) => (before.typed === typed ? { typed, look: found, hasExplained: false } : before));
    return found;
  };

  useEffect(() => {
    if (!originIsPlausible(state.typed)) return setBusy(false);
    setBusy(true);
    const timer = setTimeout(() => during(look(state.typed)), state.typed === firstTyped ? 0 : typingMs);
    return () => clearTimeout(timer);
  }, [state.typed]);

  /** A token pasted for one seller is not left in the form for another. */
  const type = (typed: string) => {
    if (typed === state.typed) return;
    latest.current += 1;
    setCardToken('');
    entries.clear();
    setState({ typed, look: 'none', hasExplained: false });
    setBusy(originIsPlausible(typed));
    setNotice({ kind: 'none' });
  };

  /** A seller that tells no figures: they are entered, and there is nothing to sign in to. */
  const enter = async ({ origin, providerId }: Seller) => {
    if (!entries.validate()) return;
    const mine = latest.current;
    const answer = await send('connectWithForm', { providerId, origin, entries: entries.typed, accountId: null });
    if (answer.kind === 'signed-in') onConnected(answer.accountId);
    else if (mine === latest.current) setNotice(toConnectNotice(answer, false));
  };

  const signIn = async (seller: Seller) => {
    const { origin } = seller;
    if (fields.length > 0) return enter(seller);
    const withToken = seller.cardToken && cardToken.trim() !== '';
    if (!withToken && !seller.signIn) return setNotice({ kind: 'need-token' });
    const mine = latest.current;
    setNotice({ kind: 'signing-in' });
    const answer = withToken ? await send('useCardToken', { origin, cardToken }) : await send('signIn', { origin });
    if (answer.kind === 'signed-in') onConnected(answer.accountId);
    else if (mine === latest.current) setNotice(toConnectNotice(answer, withToken));
  };

  /** Talking is done at once; only a sign-in takes time. */
  const carryOut = (press: Exclude<ConnectAction, { do: 'ask' }>): Promise<void> | null => {
    if (press.do === 'sign-in') return signIn(press.seller);
    if (press.do === 'say') setNotice(press.notice);
    if (press.do === 'explain') {
      setState((before) => ({ ...before, hasExplained: true }));
      setNotice({ kind: 'why', ...press.why });
    }
    return null;
  };

  /** `asked`: which address the person said yes or no for. Once another is typed, it is no longer about this one. */
  const goOn = async (isAllowed: boolean, asked: number) => {
    if (asked !== latest.current) return;
    if (!isAllowed) return setNotice({ kind: 'not-allowed' });
    const found = await look(state.typed);
    if (found === 'none' || asked !== latest.current) return;
    const next = decideAfterDiscovery(found);
    // What it asks to be entered is seen only now.
    if (next.do === 'sign-in' && found.kind === 'found' && found.fields.length > fields.length) return;
    await carryOut(next);
  };

  /** What it says and when it ends count only while the address is the same. */
  const during = (work: Promise<unknown>) => {
    const mine = latest.current;
    const ifSame = (then: () => void) => () => mine === latest.current && then();
    setBusy(true);
    work.catch(ifSame(() => setNotice({ kind: 'stopped' }))).finally(ifSame(() => setBusy(false)));
  };

  /** Not async: `requestOrigins` has to be called in the click's own turn. */
  const press = () => {
    const decided = decideConnectAction(state);
    const asked = latest.current;
    const work =
      decided.do === 'ask'
        ? requestOrigins(decided.patterns).then((isAllowed) => goOn(isAllowed, asked))
        : carryOut(decided);
    if (work) during(work);
  };

  return {
    typed: state.typed,
    look: state.look,
    fields,
    entries,
    isBusy,
    notice,
    cardToken,
    type,
    setCardToken,
    press,
  };
}

function originIsPlausible(typed: string): boolean {
  const origin = parseOrigin(typed);
  return origin !== null && isPlausible(origin);
}
