import { useEffect, useRef, useState } from 'preact/hooks';
import { type Found, send } from '../utils/browser/messages.ts';
import { requestOrigins } from '../utils/browser/permissions.ts';
import { originOf } from '../utils/core/account.ts';
import {
  type ConnectState,
  decideAfterLook,
  decidePress,
  isPlausible,
  type Notice,
  noticeFor,
  type Press,
} from './connect-step.ts';

const typingMs = 400;

/** The way from an address to an account: the page's state, and what its fields and its one button do. */
export function useConnect(firstTyped: string) {
  const [state, setState] = useState<ConnectState>({ typed: firstTyped, look: 'none', hasExplained: false });
  const [isBusy, setBusy] = useState(originIsPlausible(firstTyped));
  const [notice, setNotice] = useState<Notice>({ kind: 'none' });
  const [cardToken, setCardToken] = useState('');
  const [isDone, setDone] = useState(false);
  const latest = useRef(0);

  const look = async (typed: string): Promise<Found | 'none'> => {
    const origin = originOf(typed);
    const mine = latest.current;
    const found = origin === null ? 'none' : await send('findSeller', { origin });
    if (mine === latest.current) setState({ typed, look: found, hasExplained: false });
    return found;
  };

  useEffect(() => {
    latest.current += 1;
    if (!originIsPlausible(state.typed)) return setBusy(false);
    setBusy(true);
    const timer = setTimeout(
      () => look(state.typed).finally(() => setBusy(false)),
      state.typed === firstTyped ? 0 : typingMs,
    );
    return () => clearTimeout(timer);
  }, [state.typed]);

  const type = (typed: string) => {
    setState({ typed, look: 'none', hasExplained: false });
    setBusy(originIsPlausible(typed));
    setNotice({ kind: 'none' });
  };

  const signIn = async (found: Found | 'none') => {
    if (found === 'none' || found.kind !== 'found') return;
    const { origin } = found.seller;
    const withToken = found.seller.cardToken && cardToken.trim() !== '';
    if (!withToken && !found.seller.signIn) return setNotice({ kind: 'need-token' });
    setNotice({ kind: 'signing-in' });
    const answer = withToken ? await send('useCardToken', { origin, cardToken }) : await send('signIn', { origin });
    if (answer.kind !== 'signed-in') return setNotice(noticeFor(answer, withToken));
    setCardToken('');
    setDone(true);
  };

  const carryOut = async (press: Press, found: Found | 'none') => {
    if (press.do === 'say') setNotice(press.notice);
    if (press.do === 'explain') {
      setState((before) => ({ ...before, look: found, hasExplained: true }));
      setNotice({ kind: 'why', hosts: press.hosts });
    }
    if (press.do === 'sign-in') await signIn(found);
  };

  const goOn = async (isAllowed: boolean, press: Press & { do: 'ask' }) => {
    if (!isAllowed) return setNotice({ kind: 'not-allowed' });
    if (press.next === 'sign-in') return signIn(await look(state.typed));
    const found = await look(state.typed);
    if (found !== 'none') await carryOut(decideAfterLook(found), found);
  };

  const during = (work: Promise<unknown>) => {
    setBusy(true);
    work.catch(() => setNotice({ kind: 'window-closed' })).finally(() => setBusy(false));
  };

  /** Not async: `requestOrigins` has to be called in the click's own turn. */
  const press = () => {
    const decided = decidePress(state);
    if (decided.do === 'ask') during(requestOrigins(decided.patterns).then((isAllowed) => goOn(isAllowed, decided)));
    else during(carryOut(decided, state.look));
  };

  return { typed: state.typed, look: state.look, isBusy, notice, cardToken, isDone, type, setCardToken, press };
}

function originIsPlausible(typed: string): boolean {
  const origin = originOf(typed);
  return origin !== null && isPlausible(origin);
}
