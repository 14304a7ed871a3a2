import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { generateChromeMessages, parseMessagesText } from '@wxt-dev/i18n/build';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Loads the messages of one locale into the fake browser, which has none by itself. */
export async function setLocale(name: 'en' | 'zh_CN'): Promise<void> {
  const file = resolve(import.meta.dirname, `../../../locales/${name}.yml`);
  const messages = generateChromeMessages(parseMessagesText(await readFile(file, 'utf8'), 'YAML'));
  fakeBrowser.i18n.getMessage = (key: string) => messages[key]?.message ?? '';
}
