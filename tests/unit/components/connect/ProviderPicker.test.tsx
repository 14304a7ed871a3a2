// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { all, found, press, the, unmount } from '../render-setup.tsx';
import { field, openPage, page, startConnecting, type } from './connect-setup.tsx';

beforeEach(() => startConnecting());
afterEach(unmount);

const listed = () => all('provider').map(({ dataset }) => dataset.providerId);
const noneFound = () => the('none-found').textContent;
const choose = (id: string) => all('provider').find(({ dataset }) => dataset.providerId === id);
const heading = () => found('h1')[0];

describe('the list of providers', () => {
  test('has each by its name and whom it is for, those for key owners under a heading of their own', async () => {
    await openPage();
    const chosen = page.providers.filter(({ isSelectable }) => isSelectable);
    expect(listed().sort()).toEqual(chosen.map(({ id }) => id).sort());
    expect(choose('hologram')?.textContent).toBe('HologramFor the owner of an API key of Hologram’s IoT SIMs.');
    const groups = found('.provider-group').map((group) => ({
      heading: group.querySelector('h3')?.textContent,
      ids: [...group.querySelectorAll<HTMLElement>('[data-testid=provider]')].map(({ dataset }) => dataset.providerId),
    }));
    const idsOf = (isForKeyOwners: boolean) =>
      chosen.filter((provider) => provider.isForKeyOwners === isForKeyOwners).map(({ id }) => id);
    expect(groups).toEqual([
      { heading: undefined, ids: idsOf(false) },
      { heading: 'For owners of keys', ids: idsOf(true) },
    ]);
    expect(idsOf(true)).toContain('hologram');
    expect(noneFound()).toBe('');
  });

  test('has none of those that are found by their address', async () => {
    await openPage();
    expect(page.providers.map(({ id }) => id)).toContain('static');
    expect(listed()).not.toContain('static');
    expect(listed()).not.toContain('account-api');
  });

  test.each(['en', 'zh_CN'] as const)('is complete in %s', async (language) => {
    await startConnecting(language);
    await openPage();
    const texts = found('.provider strong, .provider .page-quiet').map(({ textContent }) => textContent);
    expect(texts).toHaveLength(2 * listed().length);
    expect(texts.filter((text) => text === '')).toEqual([]);
  });

  test('is empty while the background does not answer, and the form for an address is there', async () => {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValue(new Error('no receiver'));
    await openPage();
    expect(listed()).toEqual([]);
    expect(noneFound()).toBe('');
    expect(all('seller-address')).toHaveLength(1);
  });
});

describe('a search', () => {
  test.each([
    ['by name', 'holog', ['hologram']],
    ['by any letter case, with space around', '  HUAWEI H', ['huawei-hilink']],
    ['by another name', 'mifi', ['huawei-hilink', 'zte-goform']],
    ['by a model', 'e5577', ['huawei-hilink']],
    ['by its id', '1nce', ['1nce']],
    ['without accents', 'chéâperèsim', ['cheaperesim']],
    ['by whom it is for', 'hotspot', ['huawei-hilink', 'zte-goform']],
  ])('finds %s', async (_how, typed, ids) => {
    await openPage();
    await type('provider-search', typed);
    expect(listed()).toEqual(['manual', ...ids]);
    expect(noneFound()).toBe('');
  });

  test('that finds nothing says so, leaves the way for any card, and brings all back once it is emptied', async () => {
    await openPage();
    const before = listed();
    await type('provider-search', 'no such seller');
    expect(listed()).toEqual(['manual']);
    expect(noneFound()).toBe('Nothing else of that name.');
    expect(the('none-found').getAttribute('role')).toBe('status');
    await type('provider-search', '');
    expect([listed(), noneFound()]).toEqual([before, '']);
  });

  test('knows the names in the language of the page, and those of the makers in any', async () => {
    await startConnecting('zh_CN');
    await openPage();
    const [name] =
      choose('huawei-hilink')
        ?.querySelector('strong')
        ?.textContent.match(/\p{Script=Han}+/u) ?? [];
    await type('provider-search', name ?? '');
    expect(listed()).toContain('huawei-hilink');
    expect(listed()).not.toContain('hologram');
    await type('provider-search', 'huawei');
    expect(listed()).toEqual(['manual', 'huawei-hilink']);
  });
});

describe('a choice', () => {
  test('shows that provider’s form, with the focus on its heading, and the way back', async () => {
    await openPage();
    await act(() => choose('hologram')?.click());
    expect(found('h1').map(({ textContent }) => textContent)).toEqual(['Hologram']);
    expect(document.activeElement).toBe(heading());
    expect(all('provider')).toEqual([]);
    await press('back');
    expect(listed()).toContain('hologram');
  });

  test('8.11 can be made by the page’s address, with what is known of the card; the amount is left to enter', async () => {
    await openPage({ provider: 'manual', entries: { name: 'Ihr Tarif', gb: '1024' } });
    expect(['name', 'quota', 'left', 'gb'].map((name) => field(name).value)).toEqual(['Ihr Tarif', '', '', '1024']);
  });

  test('can be made by the page’s address; one that does not exist shows the list', async () => {
    await openPage({ provider: 'cheaperesim' });
    expect(heading()?.textContent).toBe('CheapereSIM');
    await unmount();
    await openPage({ provider: 'nobody' });
    expect(heading()?.textContent).not.toBe('CheapereSIM');
    expect(listed()).toContain('cheaperesim');
  });
});
