import { isPrivacyMode, setMessages, setPrivacyMode } from '../../utils/browser/i18n.ts';
import { getStored } from '../../utils/browser/storage.ts';
import { keys, storedValue } from '../../utils/browser/storage-keys.ts';
import { defaultSettings, type Theme } from '../../utils/core/settings.ts';

const lookNames: readonly string[] = [keys.settings.name, keys.language.name];

const colourSchemes: Record<Theme, string> = { system: '', light: 'light', dark: 'dark' };

/**
 * Reads stored values and, with the same reading, in which language and colours they are to be shown. `showsAll`: also
 * in privacy mode, where names and amounts are edited: hidden ones would be saved in place of what they are.
 */
export async function readForPage(names: readonly string[], showsAll = false): Promise<Record<string, unknown>> {
  const values = await getStored([...new Set([...names, ...lookNames])]);
  const { language, theme, privacyMode } = storedValue(values, keys.settings) ?? defaultSettings;
  const chosen = storedValue(values, keys.language);
  setMessages(chosen?.name === language ? chosen.messages : null);
  setPrivacyMode(privacyMode && !showsAll);
  if (isPrivacyMode()) hideAddress();
  document.documentElement.style.colorScheme = colourSchemes[theme];
  return values;
}

/** Where the address names the shown card, it may do so by its number. */
function hideAddress(): void {
  if (new URLSearchParams(location.search).has('card')) history.replaceState(null, '', location.pathname);
}
