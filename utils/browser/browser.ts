export type { Runtime, Tabs, Windows } from 'webextension-polyfill';
export { default as browser } from 'webextension-polyfill';
