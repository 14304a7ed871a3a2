import { buildExtension } from '../build.ts';
import { comparePopups } from '../popup/compare-popups.ts';
import { buildRivals } from '../popup/rivals.ts';
import { type CardsResult, checkCards } from './check-cards.ts';

/*
 * What many cards cost: the worker's script in a check of 1 000, storage calls, how long a page with all of them is busy
 * at one stretch, and the popup beside a bare page that reads the same, of 1 000 cards and of 20 accounts.
 */

const maxScriptMs = 500;
const maxTaskMs = 200;
const maxPopup = 1.12;

const oneAccount = { accounts: 1, cardsEach: 1_000, historyDays: 2, orders: 0 };
const twentyAccounts = { accounts: 20, cardsEach: 3, historyDays: 14, orders: 0 };

/** Prints what was measured; returns whether 1 000 cards are within their limits. */
export async function benchCards(): Promise<boolean> {
  buildExtension();
  const few = await checkCards(12);
  print('12 cards', few);
  const many = await checkCards(1_000);
  print('1 000 cards', many);
  const rivals = await buildRivals();
  const ofCards = await comparePopups(oneAccount, rivals);
  const ofAccounts = await comparePopups(twentyAccounts, rivals);
  for (const { gigabar, bare } of [ofCards, ofAccounts]) {
    console.log(
      `popup ${gigabar.ms.toFixed(1)} ms (script ${gigabar.scriptMs.toFixed(1)} ms), bare ${bare.ms.toFixed(1)} ms`,
    );
  }
  const popup = { cards: ofCards.gigabar.ms / ofCards.bare.ms, accounts: ofAccounts.gigabar.ms / ofAccounts.bare.ms };
  const figures = {
    script_ms_1000: many.changed.scriptMs,
    script_ms_1000_unchanged: many.unchanged.scriptMs,
    ms_12: few.changed.ms,
    ms_1000: many.changed.ms,
    calls_12: few.changed.calls,
    calls_1000: many.changed.calls,
    connect_longest_task_ms: many.connectTaskMs,
    settings_longest_task_ms: many.settingsTaskMs,
  };
  const ratios = `popup_1000=${popup.cards.toFixed(2)} popup_20=${popup.accounts.toFixed(2)}`;
  const others = Object.entries(figures).map(([name, value]) => `${name}=${value.toFixed(0)}`);
  console.log([...others, ratios].join(' '));
  return (
    many.changed.scriptMs <= maxScriptMs &&
    many.changed.calls <= few.changed.calls &&
    Math.max(many.connectTaskMs, many.settingsTaskMs) <= maxTaskMs &&
    Math.max(popup.cards, popup.accounts) <= maxPopup
  );
}

function print(what: string, { changed, unchanged }: CardsResult): void {
  const said = ({ scriptMs, ms, calls, clickMs }: CardsResult['changed']) =>
    `${scriptMs.toFixed(0)} ms of script, ${ms.toFixed(0)} ms in all, ${calls} calls, a click waits ${clickMs.toFixed(0)} ms`;
  console.log(`${what}: changed ${said(changed)}; unchanged ${said(unchanged)}`);
}
