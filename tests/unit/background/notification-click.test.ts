import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onNotificationClick } from '../../../entrypoints/background/on-notification-click.ts';

const id = 'alert:a1/c_europe:20%:0';
const shown = async () => Object.keys(await fakeBrowser.notifications.getAll());
const opened: string[] = [];

/** Whether the browser opens windows, and whether the popup. */
function setBrowser({ opensWindows, opensPopup }: { opensWindows: boolean; opensPopup: boolean }): void {
  vi.spyOn(fakeBrowser.windows, 'getAll').mockImplementation((async () => []) as never);
  vi.spyOn(fakeBrowser.windows, 'create').mockImplementation((async ({ url }: { url: string }) => {
    if (!opensWindows) throw new Error('Refused');
    opened.push(url);
    return { id: 1, tabs: [{ id: 2 }] };
  }) as never);
  Object.assign(fakeBrowser.action, {
    openPopup: async () => {
      if (!opensPopup) throw new Error('Could not find an active browser window');
      opened.push('popup');
    },
  });
}

beforeEach(async () => {
  fakeBrowser.reset();
  opened.length = 0;
  vi.stubGlobal('navigator', { onLine: true });
  fakeBrowser.i18n.getMessage = (name: string) => name;
  await fakeBrowser.notifications.create(id, {} as never);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('8.9 F27 a clicked notification', () => {
  test('goes after the popup has opened', async () => {
    setBrowser({ opensWindows: true, opensPopup: true });
    await onNotificationClick(id);
    expect(opened).toEqual(['popup']);
    expect(await shown()).toEqual([]);
  });

  test('opens a window with the card where there is none, and goes after that', async () => {
    setBrowser({ opensWindows: true, opensPopup: false });
    await onNotificationClick(id);
    expect(opened).toEqual([fakeBrowser.runtime.getURL('/popup.html?card=a1%2Fc_europe' as never)]);
    expect(await shown()).toEqual([]);
  });

  test('stays where nothing could be opened, for the next click', async () => {
    setBrowser({ opensWindows: false, opensPopup: false });
    await expect(onNotificationClick(id)).rejects.toThrow();
    expect(await shown()).toEqual([id]);
    setBrowser({ opensWindows: true, opensPopup: false });
    await onNotificationClick(id);
    expect(await shown()).toEqual([]);
  });

  test('opens the popup although storage fails', async () => {
    setBrowser({ opensWindows: true, opensPopup: true });
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('Disk'));
    await onNotificationClick(id);
    expect(opened).toEqual(['popup']);
    expect(await shown()).toEqual([]);
  });

  test('stays where its snooze could not be saved', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('Disk'));
    await expect(onNotificationClick(id, 1)).rejects.toThrow();
    expect(await shown()).toEqual([id]);
  });
});
