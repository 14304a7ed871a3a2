import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { updatePageScripts } from '../../../../entrypoints/background/pages/page-scripts.ts';
import { setUpPage } from './page-setup.ts';

describe('the reader', () => {
  test('is registered anew where an update of the extension has ended it', async () => {
    const { apis, pattern } = await setUpPage();
    apis.dropScripts();
    await updatePageScripts();
    expect(apis.sites()).toEqual([pattern]);
  });

  test('is not registered again where it runs', async () => {
    await setUpPage();
    const { scripting } = fakeBrowser;
    const calls = [vi.spyOn(scripting, 'registerContentScripts'), vi.spyOn(scripting, 'updateContentScripts')];
    await Promise.all([updatePageScripts(), updatePageScripts()]);
    expect(calls.map(({ mock }) => mock.calls)).toEqual([[], []]);
  });

  test('begins at once in the tabs where such a page is open, but for private ones', async () => {
    const { apis } = await setUpPage();
    apis.dropScripts();
    apis.injected.length = 0;
    fakeBrowser.tabs.query = (async () => [
      { id: 1, incognito: false },
      { id: 2, incognito: true },
    ]) as never;
    await updatePageScripts();
    expect(apis.injected).toEqual([{ tabId: 1, files: ['page-parts.js', 'page-reader.js'] }]);
  });

  test('is registered by the names that its scripts have, where another version had others', async () => {
    const { apis, pattern } = await setUpPage();
    Object.assign(apis.registered()[0] ?? {}, { js: ['page-reader.js'] });
    await updatePageScripts();
    expect(apis.registered()).toMatchObject([{ js: ['page-parts.js', 'page-reader.js'], matches: [pattern] }]);
  });

  test('runs on no site that is not allowed any more', async () => {
    const { apis, granted } = await setUpPage();
    granted.clear();
    await updatePageScripts();
    expect(apis.sites()).toEqual([]);
  });
});
