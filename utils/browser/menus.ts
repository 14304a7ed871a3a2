import { browser } from './browser.ts';

/** An entry of the menu of Gigabar's icon. `isChecked`: whether its tick is set; null: it has none. */
export type MenuItem = { id: string; title: string; isChecked: boolean | null };

/** Undefined in Firefox for Android, which has no such menus. */
const menusApi = () => (browser as Partial<Pick<typeof browser, 'contextMenus'>>).contextMenus;

/** Replaces the whole menu: the browser keeps it while the worker is stopped. Chromium shows six entries at most. */
export async function setIconMenu(items: readonly MenuItem[]): Promise<void> {
  const menus = menusApi();
  if (!menus) return;
  await menus.removeAll();
  for (const { id, title, isChecked } of items) {
    const tick = isChecked === null ? {} : { type: 'checkbox' as const, checked: isChecked };
    menus.create({ id, title, contexts: ['action'], ...tick });
  }
}

export function addMenuClickListener(listener: (id: string) => void): void {
  menusApi()?.onClicked.addListener(({ menuItemId }) => listener(String(menuItemId)));
}
