export type { Alarms, Notifications, Runtime, Storage, Tabs } from 'webextension-polyfill';
export { default as browser } from 'webextension-polyfill';
