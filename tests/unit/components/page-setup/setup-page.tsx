import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { LoadedDraft } from '../../../../components/page-setup/load-draft.ts';
import { PageSetupPage } from '../../../../components/page-setup/PageSetupPage.tsx';
import type { SignInResult } from '../../../../utils/browser/messages.ts';
import {
  found,
  ignorePermissionChanges,
  renderPage,
  settled,
  startRendering,
  the,
  toolbarPin,
} from '../render-setup.tsx';
import { storedAnswer } from '../stored-answer.ts';

/* The set-up step with a background and a browser whose answers a test sets. */

type Saved = {
  type: string;
  payload: { draftId: string; answers: object; isKeptUpToDate: boolean; accountId: string | null };
};

export const page = {
  sent: [] as Saved[],
  /** The match patterns that were asked for. */
  asked: [] as string[],
  allow: async (): Promise<boolean> => true,
  answer: async (): Promise<unknown> => ({ kind: 'signed-in', accountId: 'a1' }) satisfies SignInResult,
};

export async function startSetup(): Promise<void> {
  fakeBrowser.reset();
  await startRendering();
  Object.assign(page, { sent: [], asked: [], allow: async () => true });
  page.answer = async () => ({ kind: 'signed-in', accountId: 'a1' });
  ignorePermissionChanges();
  fakeBrowser.permissions.contains = async () => false;
  fakeBrowser.permissions.request = ({ origins = [] }) => {
    page.asked.push(...origins);
    return page.allow();
  };
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const stored = storedAnswer(message);
    if (stored) return stored;
    page.sent.push(message as Saved);
    return page.answer();
  });
}

/** What the page shows of a draft. `accountId`: whose number was pointed at again. */
export async function openDraft(
  loaded: LoadedDraft | null,
  { accountId = null, tabId = null }: { accountId?: string | null; tabId?: number | null } = {},
): Promise<void> {
  await renderPage(<PageSetupPage loaded={loaded} repointed={accountId} tabId={tabId} {...toolbarPin} />);
}

export async function pressAndWait(testId: string): Promise<void> {
  await act(() => the(testId).click());
  await settled();
}

/** The choices of a question, and those that are taken. */
export const choicesOf = (testId: string) =>
  found(`[data-testid=${testId}] label span`).map(({ textContent }) => textContent);
export const takenOf = (testId: string) =>
  found(`[data-testid=${testId}] input[type=radio]`).flatMap((input, index) =>
    (input as HTMLInputElement).checked ? [choicesOf(testId)[index]] : [],
  );

export async function take(testId: string, choice: string): Promise<void> {
  const index = choicesOf(testId).indexOf(choice);
  const input = found(`[data-testid=${testId}] input[type=radio]`)[index] as HTMLInputElement;
  await act(() => {
    input.checked = true;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
}
