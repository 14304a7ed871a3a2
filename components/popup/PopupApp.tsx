import { refreshAllowedAt } from '../../utils/core/polling/check-schedule.ts';
import { isPlain } from '../../utils/core/popup/standing.ts';
import { parseCardId } from '../../utils/core/usage/card-id.ts';
import { minuteMs } from '../../utils/core/values/time.ts';
import { useHeldPresses } from '../hooks/use-held-presses.ts';
import { focusFirst } from '../hooks/use-kept-focus.ts';
import { useNow } from '../hooks/use-now.ts';
import { loadCheckedState, loadFirstState, type ReadState, usePopupState } from '../hooks/use-popup-state.ts';
import { mountPage } from '../page/mount-page.tsx';
import { partSources } from './later-parts.ts';
import { Popup } from './Popup.tsx';
import { loadAllParts, provideParts, usePart } from './parts.ts';

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

/** `onShown`: once it can be pressed, or cannot be shown. */
export function mountPopup(onShown: () => void): void {
  provideParts(partSources);
  const loadOrSay = (isFirst: boolean) =>
    load(isFirst).catch((error: unknown) => {
      onShown();
      throw error;
    });
  mountPage(
    {
      title: () => 'Gigabar',
      load: loadOrSay,
      view: (first) => <App first={first} />,
      isTrial: ({ isChecked }) => !isChecked,
    },
    () => {
      focusFirst();
      onShown();
    },
  );
}
