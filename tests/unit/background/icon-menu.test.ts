import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onMenuClick } from '../../../entrypoints/background/on-menu-click.ts';
import { checkAccount } from '../../../entrypoints/background/polling/check-account.ts';
import { read, readIndex, update } from '../../../entrypoints/background/state/state-store.ts';
import { updateMenu } from '../../../entrypoints/background/update-menu.ts';
import { updateToolbar } from '../../../entrypoints/background/update-toolbar.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { defaultSettings } from '../../../utils/core/settings.ts';
import { tomorrowMorning } from '../../../utils/core/values/time.ts';
import { setLocale } from '../support/i18n.ts';
import { setUpAccount } from './accounts/account-setup.ts';

type Item = { id: string; title: string; contexts: string[]; checked?: boolean };

/** The menu as the browser keeps it. */
let menu: Item[] = [];
const opened: string[] = [];

beforeEach(() => {
  menu = [];
  opened.length = 0;
});

/** One card that was checked, on the toolbar. */
async function setUp() {
  const { seller, account } = await setUpAccount();
  await setLocale('en');
  fakeBrowser.contextMenus.removeAll = (async () => {
    menu = [];
  }) as never;
  fakeBrowser.contextMenus.create = ((item: Item) => {
    if (menu.some(({ id }) => id === item.id)) throw new Error(`Duplicate id ${item.id}`);
    menu.push(item);
  }) as never;
  fakeBrowser.notifications.getAll = (async () => ({})) as never;
  fakeBrowser.notifications.create = (async (id: string) => id) as never;
  Object.assign(fakeBrowser.action, { openPopup: async () => void opened.push('popup') });
  vi.spyOn(fakeBrowser.windows, 'getAll').mockImplementation((async () => []) as never);
  vi.spyOn(fakeBrowser.windows, 'create').mockImplementation((async ({ url }: { url: string }) => {
    opened.push(new URL(url).pathname);
    return { id: 1, tabs: [{ id: 2 }] };
  }) as never);
  await checkAccount(account.id);
  await updateToolbar();
  return { seller, account };
}

const shownCard = async () => {
  const { shown } = await readIndex();
  if (!shown) throw new Error('No card on the toolbar');
  return shown;
};

describe('the menu of the icon', () => {
  test('has what can be done with the card on the toolbar, and not more than Chromium shows', async () => {
    await setUp();
    expect(menu.map(({ id }) => id)).toEqual(['refresh', 'renew', 'snooze', 'hide', 'add-card', 'settings']);
    expect(menu.every(({ contexts }) => contexts.join() === 'action')).toBe(true);
  });

  test('is the same one when a worker sets it again, or twice at once', async () => {
    await setUp();
    for (const isOn of [true, false]) {
      await fakeBrowser.storage.session.remove(keys.painted.name);
      await update(keys.settings, (saved) => ({ ...(saved ?? defaultSettings), privacyMode: isOn }));
      await Promise.all([updateToolbar(), updateToolbar()]);
      expect(menu).toHaveLength(6);
      expect(menu.find(({ id }) => id === 'hide')?.checked).toBe(isOn);
    }
  });

  test('offers no snooze while alerts are off, and nothing of a card while there is none', async () => {
    await setUp();
    await updateMenu({ hasCard: true, canWarn: false, isPrivate: false }, '');
    expect(menu.map(({ id }) => id)).not.toContain('snooze');
    await updateMenu({ hasCard: false, canWarn: true, isPrivate: false }, '');
    expect(menu.map(({ id }) => id)).toEqual(['hide', 'add-card', 'settings']);
  });

  test('asks the seller now', async () => {
    const { account } = await setUp();
    await onMenuClick('refresh');
    expect((await read(keys.check(account.id)))?.manualRefreshAt).not.toBeNull();
  });

  test('opens the popup to renew, and buys nothing', async () => {
    await setUp();
    await onMenuClick('renew');
    expect(opened).toEqual(['popup']);
    expect(await read(keys.orders(await shownCard()))).toBeNull();
  });

  test('snoozes the alerts of that card until tomorrow', async () => {
    await setUp();
    await onMenuClick('snooze');
    const { snooze } = (await read(keys.alerts(await shownCard()))) ?? {};
    expect(snooze?.until).toBe(tomorrowMorning(Date.now()));
  });

  test('hides amounts and names, and shows them again', async () => {
    await setUp();
    const titles: string[] = [];
    fakeBrowser.action.setTitle = (async ({ title }: { title: string }) => void titles.push(title)) as never;
    await onMenuClick('hide');
    expect(titles).toEqual(['Gigabar: amounts and names are hidden']);
    expect(menu.find(({ id }) => id === 'hide')?.checked).toBe(true);
    await onMenuClick('hide');
    expect(titles.at(-1)).toContain('Axis');
    expect(menu.find(({ id }) => id === 'hide')?.checked).toBe(false);
  });

  test('opens the pages', async () => {
    await setUp();
    await onMenuClick('add-card');
    await onMenuClick('settings');
    expect(opened).toEqual(['/connect.html', '/options.html']);
  });

  test('does nothing for an entry of another version', async () => {
    await setUp();
    await onMenuClick('gone');
    expect(opened).toEqual([]);
  });
});
