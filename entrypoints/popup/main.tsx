import { useHeldPresses } from '../../components/hooks/use-held-presses.ts';
import { focusFirst } from '../../components/hooks/use-kept-focus.ts';
import { useNow } from '../../components/hooks/use-now.ts';
import {
  loadCheckedState,
  loadFirstState,
  type ReadState,
  usePopupState,
} from '../../components/hooks/use-popup-state.ts';
import { mountPage } from '../../components/page/mount-page.tsx';
import { loadAllParts, usePart } from '../../components/popup/later-parts.ts';
import { Popup } from '../../components/popup/Popup.tsx';
import { refreshAllowedAt } from '../../utils/core/polling/check-schedule.ts';
import { isPlain } from '../../utils/core/popup/standing.ts';
import { parseCardId } from '../../utils/core/usage/card-id.ts';
import { minuteMs } from '../../utils/core/values/time.ts';

const requestedCard = parseCardId(new URLSearchParams(location.search).get('card') ?? '');

/** Where more than the figure and the button is to be shown, all scripts are there before anything is. */
async function load(isFirst: boolean): Promise<ReadState> {
  const first = await (isFirst ? loadFirstState(requestedCard) : loadCheckedState(requestedCard));
  if (!isFirst || !isPlain(first.state, Date.now())) await loadAllParts();
  return first;
}

function App({ first }: { first: ReadState }) {
  const { state, isChecked, show } = usePopupState(first, requestedCard);
  const isWhole = usePart('rest', true) !== null;
  useHeldPresses(!isChecked || !isWhole);
  const coolDownMs = refreshAllowedAt(state.check) - Date.now();
  const now = useNow(coolDownMs > 0 && coolDownMs < minuteMs ? 1000 : minuteMs);
  return <Popup shown={state} now={now} show={show} />;
}

mountPage(
  { title: () => 'Gigabar', load, view: (first) => <App first={first} />, isTrial: ({ isChecked }) => !isChecked },
  focusFirst,
);
