// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { all, found, press, settled, the, unmount } from '../render-setup.tsx';
import { storedAnswer } from '../stored-answer.ts';
import { openPage, page, startConnecting } from './connect-setup.tsx';

const accountPage = 'https://my.carrier.example/account';

afterEach(unmount);

describe('the page that was in front of the popup', () => {
  const shown = vi.fn(async () => undefined);
  /** Where tab 5 is, as the browser tells it; null: the tab is closed. */
  let url: string | undefined | null = accountPage;
  beforeEach(async () => {
    await startConnecting();
    url = accountPage;
    shown.mockClear();
    fakeBrowser.tabs.get = (async (id: number) => {
      if (url === null) throw new Error(`No tab with id: ${id}`);
      return { id, ...(url === undefined ? {} : { url }) };
    }) as never;
    fakeBrowser.tabs.update = shown as never;
  });
  const answer = (response: () => Promise<unknown>) =>
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
      const stored = storedAnswer(message);
      if (stored) return stored;
      const { type } = message as { type: string };
      if (type === 'listProviders') return page.providers;
      page.sent.push(message as (typeof page.sent)[number]);
      return response();
    });

  test('is the first of the ways, and its press goes there to point at the number', async () => {
    answer(async () => ({ isStarted: true }));
    await openPage({}, 5);
    expect(found('main > .start-list button')[0]).toBe(the('front-page'));
    expect(the('front-page').textContent).toBe('Read what is left from my.carrier.example');
    await press('front-page');
    await settled();
    expect(page.sent).toEqual([{ type: 'pickOnPage', payload: { tabId: 5, accountId: null } }]);
    expect(shown.mock.calls).toEqual([[5, { active: true }]]);
  });

  test.each([
    ['has left the site', undefined],
    ['is closed', null],
    ['shows a page of the browser', 'chrome://extensions'],
  ])('is not offered where its tab %s', async (_, where) => {
    url = where;
    await openPage({}, 5);
    expect([all('front-page'), all('hotspot').length]).toEqual([[], 1]);
  });

  test('is asked for nowhere where the popup did not lead here', async () => {
    const asked = vi.fn(async () => ({ id: 5, url: accountPage }));
    fakeBrowser.tabs.get = asked as never;
    fakeBrowser.tabs.query = asked as never;
    await openPage();
    expect([all('front-page'), asked.mock.calls]).toEqual([[], []]);
  });

  test.each([
    ['has gone on meanwhile', async () => ({ isStarted: false }), 'Gigabar cannot look at that page any more.'],
    ['is asked of nobody', () => Promise.reject(new Error('no worker')), 'could not start this'],
  ])('that %s has its sentence, and the user stays', async (_, response, sentence) => {
    answer(response);
    await openPage({}, 5);
    await press('front-page');
    await settled();
    expect(the('front-page-status').textContent).toContain(sentence);
    expect(shown).not.toHaveBeenCalled();
  });
});
