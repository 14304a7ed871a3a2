import { expect, test } from 'vitest';
import { isOpenToScripts } from '../../../../../utils/core/page/setup/page-offer.ts';

test.each([
  ['https://my.carrier.example/account', true],
  ['http://localhost:8080/account', true],
  ['https://addons.mozilla.org.carrier.example/', true],
  ['https://carrier.example/webstore', true],
  ['https://chrome.google.com/intl', true],
  ['chrome://extensions/', false],
  ['about:addons', false],
  ['moz-extension://0f/popup.html', false],
  ['file:///home/me/bill.html', false],
  ['view-source:https://carrier.example/', false],
  ['https://chromewebstore.google.com/detail/x', false],
  ['https://chrome.google.com/webstore/devconsole', false],
  ['https://addons.mozilla.org/en-GB/firefox/', false],
  ['https://microsoftedge.microsoft.com/addons/detail/x', false],
  ['https://carrier.example/bills/may.PDF?download=1', false],
  ['', false],
])('whether a script may look at %s: %s', (url, isOpen) => {
  expect(isOpenToScripts(url)).toBe(isOpen);
});
