// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { t } from '../../../../utils/browser/i18n.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { all, found, press, settled, the, unmount } from '../render-setup.tsx';
import { field, openPage, page, startConnecting, status, type } from './connect-setup.tsx';

beforeEach(() => startConnecting());
afterEach(unmount);

const listed = () => all('provider').map(({ dataset }) => dataset.providerId);
const known = () => all('known-seller').map((row) => row.querySelector('bdi')?.textContent);
const choose = (id: string) => all('provider').find(({ dataset }) => dataset.providerId === id);
const heading = () => found('h1')[0];
const enter = async () => {
  await act(() => the('seller-address').closest('form')?.requestSubmit());
  await settled();
};

describe('before the first choice', () => {
  test.each([
    ['en', null],
    ['zh_CN', null],
    ['en', 5],
    ['zh_CN', 5],
  ] as const)(
    'there are at most 60 words and one field, which has the focus, in %s, led to from tab %o',
    async (language, tabId) => {
      await startConnecting(language);
      fakeBrowser.tabs.get = (async (id: number) => ({ id, url: 'https://my.carrier.example' })) as never;
      await openPage({}, tabId);
      expect(all('front-page')).toHaveLength(tabId === null ? 0 : 1);
      const words = new Intl.Segmenter(language.slice(0, 2), { granularity: 'word' });
      const shown = document.querySelector('main')?.cloneNode(true) as HTMLElement;
      for (const hidden of shown.querySelectorAll('[hidden], [aria-hidden], details > ul')) hidden.remove();
      const texts = [...shown.querySelectorAll('*')].flatMap(({ childNodes }) =>
        [...childNodes].filter(({ nodeType }) => nodeType === 3).map(({ textContent }) => textContent),
      );
      const text = [...texts, shown.querySelector('input')?.placeholder].join(' ');
      const count = [...words.segment(text)].filter(({ isWordLike }) => isWordLike).length;
      expect(count).toBeGreaterThan(20);
      expect(count).toBeLessThanOrEqual(60);
      expect(shown.querySelectorAll('input, select, textarea')).toHaveLength(1);
      expect(document.activeElement).toBe(the('seller-address'));
    },
  );

  test('nothing is asked of anyone, and no list is read out', async () => {
    await openPage();
    expect([page.sent, page.requested, all('none-found')]).toEqual([[], [], []]);
  });

  test('a picture of the badge comes first, then the field, then three ways', async () => {
    await openPage();
    expect(found('main > *')[0]?.querySelector('.badge-picture')).not.toBeNull();
    const ways = ['hotspot', 'seller-website', 'provider'];
    expect(found('main > .start-list button').map(({ dataset }) => dataset.testid)).toEqual(ways);
    expect(choose('manual')?.textContent).toContain('Another card');
  });

  test.each(['en', 'zh_CN'] as const)(
    'how a website is read is told in the words the popup has: %s',
    async (language) => {
      await startConnecting(language);
      await openPage();
      await press('seller-website');
      const steps = found('ol li').map(({ textContent }) => textContent);
      expect(steps).toHaveLength(3);
      expect(steps[1]).toContain(t('page.offer'));
      const [picture] = found('.website-picture');
      expect([picture?.getAttribute('aria-hidden'), picture?.textContent]).toEqual(['true', '1.24 GB']);
    },
  );

  test('those who own a key find theirs behind one line', async () => {
    await openPage();
    const inList = found('details [data-testid=provider]').map(({ dataset }) => dataset.providerId);
    expect(inList).toEqual(expect.arrayContaining(['hologram', 'airalo-partner', 'cheaperesim']));
    expect(inList).not.toContain('manual');
    expect(inList).not.toContain('huawei-hilink');
  });
});

describe('a name', () => {
  test('of a seller with an account on its site leads there, and to the card by hand with that name', async () => {
    await openPage();
    await type('seller-address', 'airalo');
    expect(known()[0]).toBe('Airalo');
    expect(listed()).toContain('airalo-partner');
    await press('known-seller');
    expect([heading()?.textContent, document.activeElement]).toEqual(['Airalo', heading()]);
    expect(the('open-seller').getAttribute('href')).toBe('https://www.airalo.com');
    await press('by-hand');
    expect(field('name').value).toBe('Airalo');
    expect(all('usual-codes')).toEqual([]);
  });

  test('of a seller whose cards are asked by a code leads to the card by hand, with the code to copy', async () => {
    await openPage();
    await type('seller-address', 'IM3');
    await enter();
    expect(field('name').value).toBe('Indosat IM3');
    expect(field('dial').value).toBe('*888#');
    expect(the('usual-codes').textContent).toContain('Usually *888# tells what is left.');
    const copied: string[] = [];
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: async (text: string) => copied.push(text) } });
    await press('copy-code');
    vi.unstubAllGlobals();
    expect(copied).toEqual(['*888#']);
  });

  test('of which a card has one of several codes enters none of them', async () => {
    await openPage();
    await type('seller-address', 'telkomsel');
    await enter();
    expect([field('dial').value, all('copy-code')]).toEqual(['', [expect.anything(), expect.anything()]]);
  });

  test('that sellers have in several countries asks for the country; Enter goes to the choice', async () => {
    await openPage();
    await type('seller-address', 'vodafone');
    expect(the('none-found').textContent).toBe('In which country?');
    expect(all('known-seller').map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['Vodafone UKUnited Kingdom', 'Vodafone GermanyGermany']),
    );
    await enter();
    expect(status()).toBe('Choose one below.');
    expect(document.activeElement).toBe(all('known-seller')[0]);
  });

  test('that nobody has is said to be unknown, and Enter adds it by hand', async () => {
    await openPage();
    await type('seller-address', 'Zebra');
    expect([the('none-found').textContent, the('none-found').getAttribute('role')]).toEqual([
      ...['Gigabar does not know that name. Any card can be added by hand.', 'status'],
    ]);
    expect(the('choices').querySelectorAll('button')).toHaveLength(1);
    await enter();
    expect(field('name').value).toBe('Zebra');
  });

  test.each([
    ['a maker', '  HUAWEI', ['huawei-hilink']],
    ['a model', 'e5577', ['huawei-hilink']],
    ['an id', '1nce', ['1nce']],
    ['letters without accents', 'chéâperèsim', ['cheaperesim']],
    ['what it is for', 'hotspot', ['huawei-hilink', 'zte-goform']],
  ])('of %s finds providers', async (_what, typed, ids) => {
    await openPage();
    await type('seller-address', typed);
    const choices = the('choices').querySelectorAll<HTMLElement>('[data-testid=provider]');
    expect([...choices].map(({ dataset }) => dataset.providerId)).toEqual([...ids, 'manual']);
  });

  test('of nothing is asked for', async () => {
    await openPage();
    await enter();
    expect(status()).toBe('Type the name of the seller or its address.');
  });
});

describe('an address in this network', () => {
  test.each(['192.168.8.1', 'http://192.168.0.1', 'homerouter.cpe'])(
    'is asked nothing before a press, and leads to the devices that are read there: %s',
    async (typed) => {
      await openPage();
      await type('seller-address', typed);
      expect([page.sent, page.requested]).toEqual([[], []]);
      await enter();
      expect([page.sent, page.requested]).toEqual([[], []]);
      await press('provider');
      expect(field('address').value).toBe(typed);
    },
  );
});

describe('an address without figures', () => {
  beforeEach(() => {
    page.find = () => ({ kind: 'no-seller' });
  });

  test('can be read as a website, or be a card by hand', async () => {
    await openPage({ seller: 'zebra.example' });
    await vi.waitFor(() => expect(all('site')).toHaveLength(1));
    await press('site');
    expect([heading()?.textContent, the('open-seller').getAttribute('href')]).toEqual([
      ...['zebra.example', 'https://zebra.example'],
    ]);
    await press('back');
    expect(all('seller-address')).toHaveLength(1);
  });

  test('of a seller that is known leads to its way, once it was looked at', async () => {
    await openPage({ seller: 'airalo.com' });
    await enter();
    expect([heading()?.textContent, page.requested]).toEqual(['Airalo', []]);
  });
});

describe('a choice', () => {
  test('shows that provider’s form, with the focus on its heading, and the way back', async () => {
    await openPage();
    await act(() => choose('hologram')?.click());
    expect(found('h1').map(({ textContent }) => textContent)).toEqual(['Hologram']);
    expect(document.activeElement).toBe(heading());
    await press('back');
    expect(listed()).toContain('hologram');
  });

  test('8.11 can be made by the page’s address, with what is known of the card; the amount is left to enter', async () => {
    await openPage({ provider: 'manual', entries: { name: 'Ihr Tarif', gb: '1024' } });
    expect(['name', 'quota', 'left', 'gb'].map((name) => field(name).value)).toEqual(['Ihr Tarif', '', '', '1024']);
  });

  test('by the page’s address that does not exist shows the question', async () => {
    await openPage({ provider: 'nobody' });
    expect(all('seller-address')).toHaveLength(1);
  });

  test('is there while the background does not answer, for an address', async () => {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValue(new Error('no receiver'));
    await openPage();
    expect([all('seller-address').length, found('details [data-testid=provider]')]).toEqual([1, []]);
  });
});

describe('the demo card', () => {
  test('is started by one press', async () => {
    await openPage();
    await press('demo');
    await settled();
    expect(page.sent).toEqual([{ type: 'startDemo', payload: {} }]);
    await vi.waitFor(() => expect(all('allow-alerts')).toHaveLength(1));
  });

  test('is not offered beside another card', async () => {
    const accounts = [{ id: 'a1', name: 'Axis', cards: [{ key: 'c1', title: 'Axis Europe' }] }];
    await fakeBrowser.storage.local.set({ [keys.index.name]: { accounts, shown: null } });
    await openPage();
    await vi.waitFor(() => expect(all('connected-accounts')).toHaveLength(1));
    expect(all('demo')).toEqual([]);
  });
});
