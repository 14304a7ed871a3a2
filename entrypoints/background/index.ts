import { defineBackground } from 'wxt/utils/define-background';
import { alarmName, hasAlarm } from '../../utils/browser/alarm.ts';
import { browser } from '../../utils/browser/browser.ts';
import { handleMessages } from '../../utils/browser/messages.ts';
import { hideNotice, onNoticeClick } from '../../utils/browser/notify.ts';
import { openPage, openPopup } from '../../utils/browser/tabs.ts';
import { cardIdOf } from '../../utils/core/account.ts';
import { showCard } from './accounts.ts';
import { judgeAlerts } from './alerts.ts';
import { onTabClosed } from './open-orders.ts';
import { paint } from './paint.ts';
import { checkAccount } from './refresh.ts';
import { settle } from './settle.ts';
import { readIndex } from './store.ts';
import { onWake } from './wake.ts';
import { wishes } from './wishes.ts';

export default defineBackground(() => {
  let wasWoken = false;

  handleMessages(wishes);
  browser.alarms.onAlarm.addListener((alarm) => {
    wasWoken = true;
    return alarm.name === alarmName ? onWake() : undefined;
  });
  browser.tabs.onRemoved.addListener((tabId) => onTabClosed(tabId));
  browser.runtime.onStartup.addListener(() => checkAll());
  browser.runtime.onInstalled.addListener(({ reason }) =>
    reason === 'install' ? openPage('connect.html') : undefined,
  );
  browser.permissions.onAdded.addListener(({ permissions, origins }) => {
    if (permissions?.includes('notifications')) {
      onNoticeClick(onNotice);
      void judgeAll();
    }
    if (origins && origins.length > 0) void checkAll();
  });
  browser.permissions.onRemoved.addListener(({ origins }) => {
    if (origins && origins.length > 0) void checkAll();
  });
  onNoticeClick(onNotice);

  void paint()
    .then(hasAlarm)
    .then((isSet) => (isSet || wasWoken ? undefined : settle()));
});

async function checkAll(): Promise<void> {
  const { accounts } = await readIndex();
  await Promise.all(accounts.map(({ id }) => checkAccount(id)));
  await settle();
}

async function judgeAll(): Promise<void> {
  for (const { id } of (await readIndex()).accounts) await judgeAlerts(id);
}

/** The second part of every notice's id is its card. */
async function onNotice(id: string): Promise<void> {
  const cardText = id.split(':')[1] ?? '';
  const card = cardIdOf(cardText);
  if (card) await showCard(card);
  await settle();
  await hideNotice(id);
  await openPopup(cardText);
}
