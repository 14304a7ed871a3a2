import { t } from '../../utils/browser/i18n.ts';
import { type MenuItem, setIconMenu } from '../../utils/browser/menus.ts';

export type MenuEntry = 'refresh' | 'renew' | 'snooze' | 'hide' | 'add-card' | 'settings';

/** `hasCard`: one is on the toolbar. `canWarn`: alerts are on. */
type MenuState = { hasCard: boolean; canWarn: boolean; isPrivate: boolean };

/**
 * Brings the menu of the icon in line with what can be done now, in the language that is spoken. `painted`: what it was
 * last brought in line with; returns the same for this time.
 */
export async function updateMenu(state: MenuState, painted: string): Promise<string> {
  const items = menuItems(state);
  const text = JSON.stringify(items);
  if (text !== painted) await setIconMenu(items);
  return text;
}

function menuItems({ hasCard, canWarn, isPrivate }: MenuState): MenuItem[] {
  const item = (id: MenuEntry, title: string, isChecked: boolean | null = null) => ({ id, title, isChecked });
  return [
    ...(hasCard ? [item('refresh', t('menu.refresh')), item('renew', t('menu.renew'))] : []),
    ...(hasCard && canWarn ? [item('snooze', t('menu.snooze'))] : []),
    item('hide', t('menu.hide'), isPrivate),
    item('add-card', t('menu.addCard')),
    item('settings', t('popup.settings')),
  ];
}
