import { defineBackground } from 'wxt/utils/define-background';
import { alarmName, hasAlarm } from '../../utils/browser/alarms.ts';
import { browser } from '../../utils/browser/browser.ts';
import { handleMessages } from '../../utils/browser/messages.ts';
import { onNoticeClick } from '../../utils/browser/notifications.ts';
import { keys } from '../../utils/browser/storage-keys.ts';
import { openPage } from '../../utils/browser/tabs.ts';
import { isHeld } from '../../utils/core/polling/check-schedule.ts';
import { settle } from './apply-state.ts';
import { wishes } from './message-handlers.ts';
import { onWake } from './on-alarm.ts';
import { onNotice } from './on-notification-click.ts';
import { onTabClosed } from './on-tab-closed.ts';
import { lookAtAllOpenOrders, lookAtOrders } from './orders/poll-orders.ts';
import { checkAccount } from './polling/refresh-account.ts';
import { onSoon } from './polling/short-timer.ts';
import { read, readIndex } from './state/store.ts';
import { paint } from './update-toolbar.ts';

export default defineBackground(() => {
  let wasWoken = false;

  handleMessages(wishes);
  browser.alarms.onAlarm.addListener((alarm) => {
    wasWoken = true;
    return alarm.name === alarmName ? onWake() : undefined;
  });
  browser.tabs.onRemoved.addListener((tabId) => onTabClosed(tabId));
  browser.runtime.onStartup.addListener(() => onStart());
  browser.runtime.onInstalled.addListener(({ reason }) =>
    reason === 'install' ? openPage('connect.html') : undefined,
  );
  browser.permissions.onAdded.addListener(({ permissions, origins }) => {
    if (permissions?.includes('notifications')) {
      onNoticeClick(onNotice);
      void settle();
    }
    if (origins && origins.length > 0) void checkAll();
  });
  browser.permissions.onRemoved.addListener(({ origins }) => {
    if (origins && origins.length > 0) void checkAll();
  });
  onNoticeClick(onNotice);
  onSoon((ids) => void lookAtOrders(ids).then(settle, settle));

  void paint()
    .then(hasAlarm)
    .then((isSet) => (isSet || wasWoken ? undefined : settle()));
});

async function checkAll(isAsked: (id: string) => Promise<boolean> = async () => true): Promise<void> {
  const { accounts } = await readIndex();
  await Promise.all(accounts.map(async ({ id }) => ((await isAsked(id)) ? checkAccount(id) : undefined)));
  await settle();
}

/** Orders first: somebody may have paid just before the browser was closed. */
async function onStart(): Promise<void> {
  await lookAtAllOpenOrders();
  await checkAll(isWelcome);
}

/** A browser start is no reason to ask a seller that wants quiet, or has said no. */
async function isWelcome(id: string): Promise<boolean> {
  const check = await read(keys.check(id));
  const now = Date.now();
  return !isHeld(check, now) && !(check?.why === 'daily' && now < check.nextCheckAt);
}
