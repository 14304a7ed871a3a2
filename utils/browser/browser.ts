export type { Runtime, Windows } from 'webextension-polyfill';
export { default as browser } from 'webextension-polyfill';
