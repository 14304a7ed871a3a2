import { focusFirst } from '../../components/hooks/use-kept-focus.ts';
import { useNow } from '../../components/hooks/use-now.ts';
import { loadPopupState, type PopupState, usePopupState } from '../../components/hooks/use-popup-state.ts';
import { mountPage } from '../../components/page/mount-page.tsx';
import { Popup } from '../../components/popup/Popup.tsx';
import { refreshAllowedAt } from '../../utils/core/polling/check-schedule.ts';
import { parseCardId } from '../../utils/core/usage/card-id.ts';
import { minuteMs } from '../../utils/core/values/time.ts';

const requestedCard = parseCardId(new URLSearchParams(location.search).get('card') ?? '');

function App({ first }: { first: PopupState }) {
  const [shown, show] = usePopupState(first, requestedCard);
  const coolDownMs = refreshAllowedAt(shown.check) - Date.now();
  const now = useNow(coolDownMs > 0 && coolDownMs < minuteMs ? 1000 : minuteMs);
  return <Popup shown={shown} now={now} show={show} />;
}

mountPage(
  { title: () => 'Gigabar', load: () => loadPopupState(requestedCard), view: (first) => <App first={first} /> },
  focusFirst,
);
