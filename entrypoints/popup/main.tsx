import { useNow } from '../../components/hooks/use-now.ts';
import { loadPopupState, type PopupState, usePopupState } from '../../components/hooks/use-popup-state.ts';
import { mountPage } from '../../components/page/mount-page.tsx';
import { needsSeconds } from '../../components/popup/needs-seconds.ts';
import { Popup } from '../../components/popup/Popup.tsx';
import { parseCardId } from '../../utils/core/usage/card-id.ts';
import { minuteMs } from '../../utils/core/values/time.ts';

const requestedCard = parseCardId(new URLSearchParams(location.search).get('card') ?? '');

function App({ first }: { first: PopupState }) {
  const [shown, show] = usePopupState(first, requestedCard);
  const ticksEverySecond = needsSeconds(shown.check, shown.orders, Date.now());
  const now = useNow(ticksEverySecond ? 1000 : minuteMs);
  return <Popup shown={shown} now={now} show={show} />;
}

mountPage(
  { title: 'Gigabar', load: () => loadPopupState(requestedCard), view: (first) => <App first={first} /> },
  (app) => app.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true }),
);
