import { render } from 'preact';
import { useNow } from '../../components/hooks/use-now.ts';
import { loadPopupState, type PopupState, usePopupState } from '../../components/hooks/use-popup-state.ts';
import { needsSeconds } from '../../components/popup/needs-seconds.ts';
import { Popup } from '../../components/popup/Popup.tsx';
import { applyBranding } from '../../components/ui/seller-branding.ts';
import { setDocumentLanguage } from '../../utils/browser/i18n.ts';
import { type CardId, parseCardId } from '../../utils/core/usage/card-id.ts';
import { minuteMs } from '../../utils/core/values/time.ts';
import '../../components/ui/tokens.css';

function App({ first, requestedCard }: { first: PopupState; requestedCard: CardId | null }) {
  const [shown, show] = usePopupState(first, requestedCard);
  const ticksEverySecond = needsSeconds(shown.check, shown.orders, Date.now());
  const now = useNow(ticksEverySecond ? 1000 : minuteMs);
  return <Popup shown={shown} now={now} show={show} />;
}

async function openPopup(): Promise<void> {
  setDocumentLanguage(document, 'Gigabar');
  applyBranding(document);
  const requestedCard = parseCardId(new URLSearchParams(location.search).get('card') ?? '');
  const first = await loadPopupState(requestedCard);
  const app = document.getElementById('app');
  if (!app) return;
  render(<App first={first} requestedCard={requestedCard} />, app);
  app.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true });
}

openPopup();
