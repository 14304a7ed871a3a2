// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { UndoLine } from '../../../components/undo/UndoLine.tsx';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { toStored } from '../../../utils/core/storage/stored-values.ts';
import { undoableForMs } from '../../../utils/core/undo/undoable.ts';
import { all, press, renderPage, sent, startRendering, the, unmount } from './render-setup.tsx';

beforeEach(async () => {
  fakeBrowser.reset();
  await startRendering();
});
afterEach(async () => {
  vi.useRealTimers();
  await unmount();
});

async function hideCard(): Promise<void> {
  await renderPage(<UndoLine />);
  const undoable = {
    at: Date.now(),
    kind: 'card-hidden',
    ...{ accountId: 'a', cardKey: 'c', orderId: null },
    values: {},
  } as const;
  await act(() => fakeBrowser.storage.session.set({ [keys.undoable.name]: toStored('undoable', undoable) }));
  await act(async () => undefined);
}

const answer = (isUndone: boolean) =>
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    sent.push(message);
    return { isUndone };
  });

test('what was done is said where it is heard, with the way back', async () => {
  await hideCard();
  expect(the('undo-line').textContent).toBe('Hidden.Undo');
  expect(the('undo-line').getAttribute('role')).toBe('status');
});

test('once it is undone that is said, and the focus stays there', async () => {
  answer(true);
  await hideCard();
  await press('undo');
  await vi.waitFor(() => expect(the('undo-line').textContent).toBe('It is as it was.'));
  expect(sent).toEqual([{ type: 'undo', payload: {} }]);
  await vi.waitFor(() => expect(document.activeElement).toBe(the('undo-line')));
  await act(() => the('undo-line').blur());
  expect(the('undo-line').textContent).toBe('');
});

test('where it is too late that is said', async () => {
  answer(false);
  await hideCard();
  await press('undo');
  await vi.waitFor(() => expect(the('undo-line').textContent).toBe('It is too late to undo this.'));
});

test('it is gone once something else was done that cannot be undone', async () => {
  await hideCard();
  await act(() => fakeBrowser.storage.session.remove(keys.undoable.name));
  await vi.waitFor(() => expect(all('undo')).toEqual([]));
});

test('it is gone after a minute, but not under the focus', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  await hideCard();
  the('undo').focus();
  await act(() => void vi.advanceTimersByTime(undoableForMs));
  expect(all('undo')).toHaveLength(1);
  await unmount();
  await hideCard();
  await act(() => void vi.advanceTimersByTime(undoableForMs));
  expect(all('undo')).toEqual([]);
});
