import { keys } from '../../utils/browser/state.ts';
import { paintToolbar } from '../../utils/browser/toolbar.ts';
import { amountText, boundText, instantText, momentText, t } from '../../utils/browser/words.ts';
import { shownCardOf } from '../../utils/core/account.ts';
import { type ToolbarState, toolbarFor } from '../../utils/core/badge.ts';
import type { Figure } from '../../utils/core/figure.ts';
import { defaultSettings, paceMsOf } from '../../utils/core/settings.ts';
import type { ByteUnit } from '../../utils/core/units.ts';
import { read, readIndex } from './store.ts';

let painted = '';

/** Shows on the toolbar what is saved; does nothing where it shows that already. */
export async function paint(): Promise<void> {
  const index = await readIndex();
  const settings = (await read(keys.settings)) ?? defaultSettings;
  const shown = shownCardOf(index);
  const accountId = shown?.accountId ?? index.accounts[0]?.id ?? '';
  const account = await read(keys.account(accountId));
  const reading = await read(keys.reading(accountId));
  const check = await read(keys.check(accountId));
  const now = Date.now();
  const state = toolbarFor({
    account: account && {
      byteUnit: account.seller.byteUnit,
      reading,
      card: reading?.cards.find(({ key }) => key === shown?.cardKey) ?? null,
      failure: check?.failure ?? null,
    },
    intervalMs: paceMsOf(settings),
    showNumber: settings.badgeNumber,
    now,
  });
  const tooltip = account ? tooltipFor(state, account.seller.name, account.seller.byteUnit, now) : t('toolbar.connect');
  const picture = JSON.stringify([state.text, state.colour, state.level, state.hollow, tooltip]);
  if (picture === painted) return;
  await paintToolbar(state, tooltip);
  painted = picture;
}

/** Painted once and read later: no relative times. */
function tooltipFor({ card, colour }: ToolbarState, seller: string, byteUnit: ByteUnit, now: number): string {
  if (!card) return t(colour === 'act' ? 'toolbar.act' : 'toolbar.waiting', { seller });
  return [
    figureLine(card.title, card.figure, byteUnit),
    card.endsAt === null ? null : t('toolbar.until', { when: instantText(card.endsAt, now) }),
    t(colour === 'stale' ? 'toolbar.old' : 'toolbar.asOf', { when: momentText(card.measuredAt, now) }),
    colour === 'act' ? t('toolbar.act', { seller }) : null,
  ]
    .filter((line) => line !== null)
    .join('\n');
}

function figureLine(card: string, figure: Figure, byteUnit: ByteUnit): string {
  if (figure.kind === 'unlimited') return t('toolbar.unlimited', { card });
  if (figure.kind === 'unknown') return t('toolbar.unknown', { card });
  if (figure.kind === 'coarse') return t('toolbar.under', { card, amount: boundText(figure.upperBytes, byteUnit) });
  const left = amountText(figure.leftBytes, byteUnit);
  if (figure.totalBytes === null) return t('toolbar.left', { card, left });
  return t('toolbar.leftOf', { card, left, total: amountText(figure.totalBytes, byteUnit) });
}
