import { readFile } from 'node:fs/promises';
import { generateChromeMessages, parseMessagesText } from '@wxt-dev/i18n/build';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { getStored } from '../../../utils/browser/storage.ts';
import { setLocale } from '../support/i18n.ts';

const messagesFile = async (name: string) =>
  JSON.stringify(generateChromeMessages(parseMessagesText(await readFile(`locales/${name}.yml`, 'utf8'), 'YAML')));
const fetched: string[] = [];

/** A worker that has just started: its modules know nothing of the last one. */
async function startWorker() {
  vi.resetModules();
  const { followLanguage, knowLanguage, readLanguageAnew } = await import(
    '../../../entrypoints/background/language/follow-language.ts'
  );
  const { locale, t } = await import('../../../utils/browser/i18n.ts');
  return { followLanguage, knowLanguage, readLanguageAnew, words: () => [locale(), t('popup.refresh')] };
}

beforeEach(async () => {
  fakeBrowser.reset();
  await setLocale('en');
  fetched.length = 0;
  vi.stubGlobal('fetch', async (url: string) => {
    fetched.push(new URL(url).pathname);
    return new Response(await messagesFile(url.includes('zh_CN') ? 'zh_CN' : 'en'));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const english = ['en-GB', 'Refresh'];
const chinese = ['zh-CN', '刷新'];

describe('the words of the background', () => {
  test('are of the chosen language, whose file is read once for all workers', async () => {
    const first = await startWorker();
    await first.followLanguage('zh_CN');
    expect(first.words()).toEqual(chinese);
    const second = await startWorker();
    expect(second.words()).toEqual(english);
    await second.followLanguage('zh_CN');
    expect(second.words()).toEqual(chinese);
    expect(fetched).toEqual(['/_locales/zh_CN/messages.json']);
  });

  test('are known before the first message is answered', async () => {
    await fakeBrowser.storage.local.set({
      settings: { thresholds: [], badgeNumber: true, pollIntervalMinutes: 15, language: 'zh_CN' },
    });
    const worker = await startWorker();
    await worker.knowLanguage();
    expect(worker.words()).toEqual(chinese);
  });

  test('are the browser’s again, and nothing is kept for them', async () => {
    const worker = await startWorker();
    await worker.followLanguage('zh_CN');
    await worker.followLanguage(null);
    expect(worker.words()).toEqual(english);
    expect(await getStored(['language'])).toEqual({});
  });

  test('cost nothing while they are the browser’s', async () => {
    const reads = vi.spyOn(fakeBrowser.storage.local, 'get');
    const worker = await startWorker();
    await worker.followLanguage(null);
    expect(reads).not.toHaveBeenCalled();
    expect(fetched).toEqual([]);
  });

  test('are the browser’s where a language was chosen that this version does not have', async () => {
    const worker = await startWorker();
    await worker.followLanguage('../tlh');
    expect(worker.words()).toEqual(english);
    expect(fetched).toEqual([]);
  });

  test('are read anew after an update, in which they may be others', async () => {
    const worker = await startWorker();
    await worker.followLanguage('zh_CN');
    await fakeBrowser.storage.local.set({
      language: { name: 'zh_CN', messages: { meta_locale: 'zh-CN', popup_refresh: '旧' } },
    });
    const updated = await startWorker();
    await updated.readLanguageAnew();
    expect(updated.words()).toEqual(chinese);
    expect(await getStored(['language'])).toMatchObject({ language: { messages: { popup_refresh: '刷新' } } });
  });
});
