import { isPrivacyMode, setMessages, setPrivacyMode } from '../../utils/browser/i18n.ts';
import { keys } from '../../utils/browser/storage-keys.ts';
import { colourSchemes, defaultSettings } from '../../utils/core/settings.ts';
import type { ValueAt } from './stored-readers.ts';

/** What has to be read to know how a page looks. */
export const lookKeys = [keys.settings, keys.language] as const;

/**
 * In which language and colours a page is shown. `showsAll`: also in privacy mode, where names and amounts are edited:
 * hidden ones would be saved in place of what they are.
 */
export function applyLook(valueAt: ValueAt, showsAll: boolean): void {
  const { language, theme, privacyMode } = { ...defaultSettings, ...valueAt(keys.settings) };
  const chosen = valueAt(keys.language);
  setMessages(chosen && chosen.name === language ? chosen.messages : null);
  setPrivacyMode(privacyMode && !showsAll);
  if (isPrivacyMode()) hideAddress();
  document.documentElement.style.colorScheme = colourSchemes[theme];
}

/** Where the address names the shown card, it may do so by its number. */
function hideAddress(): void {
  if (new URLSearchParams(location.search).has('card')) history.replaceState(null, '', location.pathname);
}
