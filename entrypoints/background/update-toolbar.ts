import { figureSentence, instantText, momentText, t } from '../../utils/browser/i18n.ts';
import { keys } from '../../utils/browser/storage-keys.ts';
import { paintToolbar } from '../../utils/browser/toolbar.ts';
import { paceMsOf, settingsFrom } from '../../utils/core/settings.ts';
import { type ShownBecause, type ToolbarState, toolbarFor } from '../../utils/core/toolbar/toolbar-state.ts';
import type { View } from '../../utils/core/usage/card-balance.ts';
import type { ByteUnit } from '../../utils/core/values/bytes.ts';
import { type KnownCard, knownCards, noteShown, toolbarCard } from './state/card-snapshots.ts';
import { read, readIndex } from './state/store.ts';

let painted = '';

/** Shows on the toolbar what is saved; does nothing where it shows that already. */
export async function paint(known?: KnownCard[]): Promise<void> {
  const now = Date.now();
  const { shown, because } = toolbarCard(known ?? (await knownCards(now)));
  const settings = settingsFrom(await read(keys.settings));
  const waitingId = (await readIndex()).accounts[0]?.id ?? '';
  const account = shown?.account ?? (await read(keys.account(waitingId)));
  const check = shown ? shown.check : await read(keys.check(waitingId));
  const state = toolbarFor({
    account: account && {
      byteUnit: account.seller.byteUnit,
      reading: shown?.reading ?? null,
      card: shown?.card ?? null,
      title: shown?.listed.title ?? '',
      forecast: shown?.forecast ?? { kind: 'none' },
      failure: check?.failure ?? null,
    },
    intervalMs: paceMsOf(settings),
    settings,
    now,
  });
  await noteShown(shown);
  const byteUnit = account?.seller.byteUnit ?? 1000;
  const tooltip = account
    ? tooltipFor(state, { seller: account.seller.name, byteUnit, view: settings.view, because, now })
    : t('toolbar.connect');
  const picture = JSON.stringify([state.text, state.colour, state.level, state.hollow, tooltip]);
  if (picture === painted) return;
  await paintToolbar(state, tooltip);
  painted = picture;
}

type Facts = { seller: string; byteUnit: ByteUnit; view: View; because: ShownBecause; now: number };

/** Painted once and read later: no relative times. */
function tooltipFor({ card, colour }: ToolbarState, { seller, byteUnit, view, because, now }: Facts): string {
  if (!card) return t(colour === 'act' ? 'toolbar.act' : 'toolbar.waiting', { seller });
  return [
    figureSentence(card.title, card.figure, byteUnit, view),
    card.runsOutAt !== null
      ? t('toolbar.runsOut', { when: momentText(card.runsOutAt, now) })
      : card.endsAt === null
        ? null
        : t('toolbar.until', { when: instantText(card.endsAt, now) }),
    t(colour === 'stale' ? 'toolbar.old' : 'toolbar.asOf', { when: momentText(card.measuredAt, now) }),
    because === null ? null : t(because === 'pinned' ? 'toolbar.pinned' : 'toolbar.danger'),
    colour === 'act' ? t('toolbar.act', { seller }) : null,
  ]
    .filter((line) => line !== null)
    .join('\n');
}
