import { defineBackground } from 'wxt/utils/define-background';
import { alarmName, fallbackAlarmName } from '../../utils/browser/alarms.ts';
import { browser } from '../../utils/browser/browser.ts';
import { addMenuClickListener } from '../../utils/browser/menus.ts';
import { handleMessages } from '../../utils/browser/messages.ts';
import { addNotificationClickListener } from '../../utils/browser/notifications.ts';
import { handleContentMessages } from '../../utils/browser/page/content-messages.ts';
import { closeToContentScripts, watchStored } from '../../utils/browser/storage.ts';
import { openPage } from '../../utils/browser/tabs.ts';
import { applyState, ensureAlarm } from './apply-state.ts';
import { contentMessageHandlers } from './content-message-handlers.ts';
import { knowLanguage } from './language/follow-language.ts';
import { messageHandlers } from './message-handlers.ts';
import { onAlarm, onShortlyDue } from './on-alarm.ts';
import { onMenuClick } from './on-menu-click.ts';
import { onNotificationClick } from './on-notification-click.ts';
import { onInstalled, onOnline, onOriginsChanged, onStart } from './on-start.ts';
import { onReloaded, onTabClosed } from './on-tab-closed.ts';
import { updatePageScripts } from './pages/page-scripts.ts';
import { closeLeftTab } from './pages/reading-tab.ts';
import { onShortTimer } from './polling/short-timer.ts';
import { paintFirst } from './state/first-paint.ts';
import { updateToolbar } from './update-toolbar.ts';

export default defineBackground(() => {
  let wasWoken = false;

  handleMessages(messageHandlers, knowLanguage);
  handleContentMessages(contentMessageHandlers);
  browser.alarms.onAlarm.addListener((alarm) => {
    wasWoken = true;
    if (![alarmName, fallbackAlarmName].includes(alarm.name)) return undefined;
    return onAlarm({ isFallback: alarm.name === fallbackAlarmName, scheduledAt: alarm.scheduledTime });
  });
  browser.tabs.onRemoved.addListener((tabId) => onTabClosed(tabId));
  browser.runtime.onStartup.addListener(() => onStart());
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void onInstalled();
    return reason === 'install' ? openPage('connect.html') : onReloaded();
  });
  browser.permissions.onAdded.addListener(({ permissions, origins }) => {
    if (permissions?.includes('notifications')) {
      addNotificationClickListener(onNotificationClick);
      void applyState();
    }
    if (origins && origins.length > 0) void onOriginsChanged();
  });
  browser.permissions.onRemoved.addListener(({ origins }) => {
    if (origins && origins.length > 0) void onOriginsChanged();
  });
  addNotificationClickListener(onNotificationClick);
  addMenuClickListener((entry) => void onMenuClick(entry).catch(() => undefined));
  onShortTimer((due) => void onShortlyDue(due).catch(() => undefined));

  watchStored(() => void applyState(), 'sync');
  addEventListener('online', () => void onOnline());

  void closeToContentScripts();
  void closeLeftTab().catch(() => undefined);
  void updatePageScripts().catch(() => undefined);
  void paintFirst(updateToolbar)
    .then(() => (wasWoken ? undefined : ensureAlarm()))
    .catch(() => undefined);
});
