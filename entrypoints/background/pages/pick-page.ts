import { direction, locale, t } from '../../../utils/browser/i18n.ts';
import type { Messages } from '../../../utils/browser/messages.ts';
import { commandScript, type PageSender, type ScriptCommand } from '../../../utils/browser/page/content-messages.ts';
import { runInTab } from '../../../utils/browser/page/scripting.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { isPrivateTab, openPage, tabUrl } from '../../../utils/browser/tabs.ts';
import type { PickerWords } from '../../../utils/core/page/picker-words.ts';
import { parseStored } from '../../../utils/core/storage/stored-values.ts';
import { recipesFor } from '../../../utils/providers/page/recipes/known-recipes.ts';
import { read, remove, write } from '../state/state-store.ts';

type Started = { isStarted: boolean };

/** Starts the picker on the page of a tab, for which the user has pressed the icon. */
export async function pickOnPage({ tabId, accountId }: Messages['pickOnPage']['payload']): Promise<Started> {
  await write(keys.picking, { tabId, accountId });
  const recipes = recipesFor((await tabUrl(tabId)) ?? '');
  const known = recipes.flatMap(({ parts }) => parts.map(({ figure }) => figure));
  return runCommand(tabId, 'picker', { type: 'startPicking', words: pickerWords(), known });
}

/** Reads the page of a tab once, for which the user has pressed the icon. */
export function readVisiblePage({ tabId }: Messages['readVisiblePage']['payload']): Promise<Started> {
  return runCommand(tabId, 'reader', { type: 'readOnce' });
}

async function runCommand(tabId: number, script: 'picker' | 'reader', command: ScriptCommand): Promise<Started> {
  try {
    // In private windows nothing is read.
    if ((await isPrivateTab(tabId)) || !(await runInTab(tabId, script))) return { isStarted: false };
    await commandScript(tabId, command);
    return { isStarted: true };
  } catch {
    return { isStarted: false };
  }
}

/** Keeps what was picked, if it was asked for in this tab, and opens the page where it is looked at and saved. */
export async function keepPicked(payload: unknown, { tabId, origin }: PageSender): Promise<void> {
  const picking = await read(keys.picking);
  const draft = parseStored('pageDraft', payload);
  if (picking?.tabId !== tabId || !draft || new URL(draft.url).origin !== origin) return;
  await remove([keys.picking]);
  await write(keys.pageDraft, draft);
  const account = picking.accountId === null ? {} : { account: picking.accountId };
  await openPage(`connect.html?${new URLSearchParams({ page: draft.id, tab: String(tabId), ...account })}`);
}

export async function forgetPicking({ tabId }: PageSender): Promise<void> {
  if ((await read(keys.picking))?.tabId === tabId) await remove([keys.picking]);
}

function pickerWords(): PickerWords {
  return {
    lang: locale(),
    dir: direction(),
    title: t('picker.title'),
    hint: t('picker.hint'),
    hintNoGuess: t('picker.hintNoGuess'),
    stop: t('picker.stop'),
    notAnAmount: t('picker.notAnAmount'),
    asksPassword: t('picker.asksPassword'),
    noAmount: t('picker.noAmount'),
    tooLarge: t('picker.tooLarge'),
    notSecure: t('picker.notSecure'),
    otherFrame: t('picker.otherFrame'),
  };
}
