import { render } from 'preact';
import '../../components/tokens.css';
import { showBrand } from '../../components/brand.ts';
import { isCountingSeconds } from '../../components/is-counting-seconds.ts';
import { Popup } from '../../components/Popup.tsx';
import { loadShown, type Shown, useNow, useShown } from '../../components/use-stored.ts';
import { speak } from '../../utils/browser/words.ts';
import { type CardId, cardIdOf } from '../../utils/core/account.ts';
import { minuteMs } from '../../utils/core/time.ts';

function App({ first, asked }: { first: Shown; asked: CardId | null }) {
  const [shown, show] = useShown(first, asked);
  const isFast = isCountingSeconds(shown.check, shown.orders, Date.now());
  const now = useNow(isFast ? 1000 : minuteMs);
  return <Popup shown={shown} now={now} show={show} />;
}

async function openPopup(): Promise<void> {
  speak(document, 'Gigabar');
  showBrand(document);
  const asked = cardIdOf(new URLSearchParams(location.search).get('card') ?? '');
  const first = await loadShown(asked);
  const app = document.getElementById('app');
  if (!app) return;
  render(<App first={first} asked={asked} />, app);
  app.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true });
}

openPopup();
