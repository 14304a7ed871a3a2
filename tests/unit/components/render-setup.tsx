import { type ComponentChildren, render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { partSources } from '../../../components/popup/later-parts.ts';
import { loadAllParts, provideParts } from '../../../components/popup/parts.ts';
import { setLocale } from '../support/i18n.ts';
import { storedAnswer } from './stored-answer.ts';

/** The messages sent to the background. */
export const sent: unknown[] = [];

export async function startRendering(): Promise<void> {
  await setLocale('en');
  provideParts(partSources);
  await loadAllParts();
  sent.length = 0;
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const stored = storedAnswer(message);
    if (!stored) sent.push(message);
    return stored;
  });
}

export const renderPage = (content: ComponentChildren) => act(() => render(content, document.body));
export const unmount = () => renderPage(null);

export const found = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
export const all = (testId: string) => found(`[data-testid="${testId}"]`);

export function the(testId: string): HTMLElement {
  const [element] = all(testId);
  if (!element) throw new Error(`No ${testId}`);
  return element;
}

export const press = (testId: string) => act(() => the(testId).click());

/** Presses a key on the focused element. */
export function pressKey(name: string): Promise<void> {
  return act(() => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
  });
}

/** Types a text into a field. */
export function typeInto(testId: string, text: string): Promise<void> {
  return act(() => {
    (the(testId) as HTMLInputElement).value = text;
    the(testId).dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** Lets pending promises finish. */
export function settled(): Promise<void> {
  return act(() => new Promise<void>((done) => void setTimeout(done)));
}

/** No permission is given or taken meanwhile: the stand-in of the browser has no such events. */
export function ignorePermissionChanges(): void {
  for (const event of [fakeBrowser.permissions.onAdded, fakeBrowser.permissions.onRemoved]) {
    event.addListener = () => undefined;
    event.removeListener = () => undefined;
  }
}

/** The icon is on the toolbar, and stays there. */
export const toolbarPin = { isPinned: async () => true, watchPinned: () => () => undefined };
