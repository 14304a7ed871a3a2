import { render } from 'preact';
import { useNow } from '../../components/hooks/use-now.ts';
import { loadShown, type Shown, useShown } from '../../components/hooks/use-popup-state.ts';
import { isCountingSeconds } from '../../components/popup/needs-seconds.ts';
import { Popup } from '../../components/popup/Popup.tsx';
import { showBrand } from '../../components/ui/seller-branding.ts';
import { speak } from '../../utils/browser/i18n.ts';
import { type CardId, cardIdOf } from '../../utils/core/usage/card-id.ts';
import { minuteMs } from '../../utils/core/values/time.ts';
import '../../components/ui/tokens.css';

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
