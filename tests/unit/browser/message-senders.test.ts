import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { handleMessages, type MessageHandlers } from '../../../utils/browser/messages.ts';
import { type ContentMessageHandlers, handleContentMessages } from '../../../utils/browser/page/content-messages.ts';
import { answerTasks } from '../../../utils/browser/page/offscreen.ts';

type Sender = { id?: string; url?: string; frameId?: number; tab?: { id?: number; incognito: boolean } };
type Listener = (message: unknown, sender: Sender) => unknown;

/** As the browser calls them, which the fake one does not. */
const listeners: Listener[] = [];
beforeEach(() => {
  listeners.length = 0;
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation(((listener: Listener) => {
    listeners.push(listener);
  }) as never);
});

const own = fakeBrowser.runtime.getURL('/popup.html' as never);
const { id } = fakeBrowser.runtime;
const ofTab: Sender = { id, url: 'https://my.carrier.example/account', frameId: 0, tab: { id: 5, incognito: false } };

function answersTo(message: unknown, sender: Sender): unknown[] {
  return listeners.map((listener) => listener(message, sender)).filter((answer) => answer !== undefined);
}

describe('a message that only the extension’s own pages may send', () => {
  const refresh = vi.fn(async () => undefined);
  const message = { type: 'refresh', payload: { accountId: 'a' } };
  beforeEach(() => {
    refresh.mockClear();
    handleMessages({ refresh } as unknown as MessageHandlers);
  });

  test('is answered where it comes from one, in a tab too', () => {
    expect(answersTo(message, { id, url: own })).toHaveLength(1);
    expect(answersTo(message, { id, url: own, frameId: 0, tab: { id: 1, incognito: false } })).toHaveLength(1);
  });

  test.each<[string, Sender]>([
    ['a script on a page', ofTab],
    ['another extension', { id: 'other', url: own }],
    ['nobody that says where it is', { id }],
    ['a page whose address begins like ours', { id, url: `https://x.example/${own}` }],
  ])('is not answered where it comes from %s', (_, sender) => {
    expect(answersTo(message, sender)).toEqual([]);
    expect(refresh).not.toHaveBeenCalled();
  });
});

describe('a message of a script on a page', () => {
  const pageVisited = vi.fn(async () => ({ recipes: [], words: null }));
  const message = { type: 'pageVisited', payload: { isPressed: false } };
  beforeEach(() => {
    pageVisited.mockClear();
    handleContentMessages({ pageVisited } as unknown as ContentMessageHandlers);
  });

  test('comes with the tab and the origin that the browser tells', () => {
    expect(answersTo(message, ofTab)).toHaveLength(1);
    const page = { tabId: 5, url: ofTab.url, origin: 'https://my.carrier.example' };
    expect(pageVisited).toHaveBeenCalledWith(message.payload, page);
  });

  test.each<[string, Sender]>([
    ['in a private window', { ...ofTab, tab: { id: 5, incognito: true } }],
    ['without a tab', { id, url: 'https://my.carrier.example/' }],
    ['in a frame', { ...ofTab, frameId: 3 }],
    ['of another extension', { ...ofTab, id: 'other' }],
    ['on a page of ours', { ...ofTab, url: own }],
    ['on a file', { ...ofTab, url: 'file:///etc/passwd' }],
    ['without an address', { id, frameId: 0, tab: { id: 5, incognito: false } }],
  ])('is not heard %s', (_, sender) => {
    expect(answersTo(message, sender)).toEqual([]);
    expect(pageVisited).not.toHaveBeenCalled();
  });

  test.each([null, 'pageVisited', { type: 'toString' }, { type: 'refresh' }, {}])('is not heard as %j', (unknown) => {
    expect(answersTo(unknown, ofTab)).toEqual([]);
  });
});

describe('the parsing document', () => {
  const page = { html: '<p>', url: 'https://my.carrier.example/', recipe: {}, now: 0, zone: 'UTC' };
  const message = { target: 'offscreen', type: 'parsePage', task: page };
  const background = { id, url: fakeBrowser.runtime.getURL('/background.js' as never) };

  test('answers the background, and no script on a page', () => {
    const parse = vi.fn(async () => ({ kind: 'unread' }));
    answerTasks({ parsePage: parse, readMessage: parse });
    expect(answersTo(message, background)).toHaveLength(1);
    expect(answersTo(message, ofTab)).toEqual([]);
    expect(answersTo({ ...message, target: 'other' }, background)).toEqual([]);
    expect(answersTo({ ...message, type: 'toString' }, background)).toEqual([]);
    expect(parse).toHaveBeenCalledExactlyOnceWith(page);
  });
});
