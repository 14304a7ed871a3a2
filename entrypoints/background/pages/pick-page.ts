import { direction, locale, t } from '../../../utils/browser/i18n.ts';
import type { Messages } from '../../../utils/browser/messages.ts';
import {
  commandScript,
  type PageSender,
  type ScriptCommand,
  type Sought,
} from '../../../utils/browser/page/content-messages.ts';
import { loadVocabulary } from '../../../utils/browser/page/load-vocabulary.ts';
import { runInTab } from '../../../utils/browser/page/scripting.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { isPrivateTab, openPage, showTab, tabUrl } from '../../../utils/browser/tabs.ts';
import { isRecipeAddress, pageAddressOf } from '../../../utils/core/page/find/page-address.ts';
import type { PageDraft } from '../../../utils/core/page/page-draft.ts';
import type { PickerWords } from '../../../utils/core/page/picker-words.ts';
import type { Picking } from '../../../utils/core/page/ways/page-reads.ts';
import { parseStored } from '../../../utils/core/storage/stored-values.ts';
import { recipesFor } from '../../../utils/providers/page/recipes/known-recipes.ts';
import { read, remove, write } from '../state/state-store.ts';

type Started = { isStarted: boolean };

/** Starts the picker on the page of a tab, for which the user has pressed the icon. */
export async function pickOnPage({ tabId, accountId }: Messages['pickOnPage']['payload']): Promise<Started> {
  await write(keys.picking, { tabId, accountId, setupTabId: null });
  const recipes = recipesFor((await tabUrl(tabId)) ?? '');
  const known = recipes.flatMap(({ parts }) => parts.map(({ figure }) => figure));
  return startPicker(tabId, { what: 'number', known });
}

/** Starts the picker for a part of the draft, if its page is still the one in that tab and the press on the icon counts. */
export async function pointOnPage(request: Messages['pointOnPage']['payload']): Promise<Started> {
  const { what, tabId, draftId, accountId, setupTabId } = request;
  const draft = await read(keys.pageDraft);
  if (draft?.id !== draftId || !isPageOf(draft, (await tabUrl(tabId)) ?? '')) return { isStarted: false };
  await write(keys.picking, { tabId, accountId, setupTabId });
  const started = await startPicker(tabId, { what, draft });
  if (started.isStarted) await showTab(tabId);
  return started;
}

function isPageOf({ url }: PageDraft, address: string): boolean {
  return isRecipeAddress({ address: pageAddressOf(url) }, address);
}

async function startPicker(tabId: number, sought: Sought): Promise<Started> {
  const words = pickerWords(sought.what);
  return runCommand(tabId, 'picker', { type: 'startPicking', words, vocabulary: await loadVocabulary(), sought });
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
  // What was pointed at for a draft that was saved meanwhile, or replaced, is of no use.
  const isWanted = picking.setupTabId === null || (await read(keys.pageDraft))?.id === draft.id;
  if (isWanted) await write(keys.pageDraft, draft);
  await remove([keys.picking]);
  await showSetup(picking, draft.id);
}

/** The user has stopped: back to where the draft is shown, if it was for one. */
export async function forgetPicking({ tabId }: PageSender): Promise<void> {
  const picking = await read(keys.picking);
  if (picking?.tabId !== tabId) return;
  await remove([keys.picking]);
  const draft = picking.setupTabId === null ? null : await read(keys.pageDraft);
  if (draft) await showSetup(picking, draft.id);
}

/** Its tab, or a new one where there is none yet or it was closed. */
async function showSetup({ tabId, accountId, setupTabId }: Picking, draftId: string): Promise<void> {
  if (setupTabId !== null && (await showTab(setupTabId))) return;
  const account = accountId === null ? {} : { account: accountId };
  await openPage(`connect.html?${new URLSearchParams({ page: draftId, tab: String(tabId), ...account })}`);
}

function pickerWords(what: Sought['what']): PickerWords {
  return {
    lang: locale(),
    dir: direction(),
    title: t(`picker.${what}.title`),
    hint: t('picker.hint'),
    hintNoGuess: t('picker.hintNoGuess'),
    stop: t('picker.stop'),
    notThere: t(`picker.${what}.notThere`),
    otherPage: t('picker.otherPage'),
    asksPassword: t('picker.asksPassword'),
    noneHere: t(`picker.${what}.noneHere`),
    tooLarge: t('picker.tooLarge'),
    notSecure: t('picker.notSecure'),
    otherFrame: t('picker.otherFrame'),
  };
}
