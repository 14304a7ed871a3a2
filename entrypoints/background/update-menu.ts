import { t } from '../../utils/browser/i18n.ts';
import { type MenuItem, setIconMenu } from '../../utils/browser/menus.ts';
import { oneAtATime } from './state/one-at-a-time.ts';

export type MenuEntry = 'refresh' | 'renew' | 'snooze' | 'hide' | 'add-card' | 'settings';

/** `hasCard`: one is on the toolbar. `canWarn`: alerts are on. */
type MenuState = { hasCard: boolean; canWarn: boolean; isPrivate: boolean };

const inTurn = oneAtATime();
let lastSet = '';

/** Brings the menu of the icon in line with what can be done now, in the language that is spoken. */
export function updateMenu(state: MenuState): Promise<void> {
  return inTurn(async () => {
    const items = menuItems(state);
    const text = JSON.stringify(items);
    if (text !== lastSet) await setIconMenu(items);
    lastSet = text;
  });
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
