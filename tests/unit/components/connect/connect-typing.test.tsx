// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ConnectPage } from '../../../../components/connect/ConnectPage.tsx';
import type { DiscoveryResult, SignInResult } from '../../../../utils/browser/messages.ts';
import type { Account, Seller } from '../../../../utils/core/accounts/account.ts';
import { setLocale } from '../../support/i18n.ts';
import { healthy, shownOf } from '../popup-setup.ts';
import { ignorePermissionChanges, toolbarPin } from '../render-setup.tsx';
import { storedAnswer } from '../stored-answer.ts';

const account = shownOf(healthy).account as Account;
const sellerAt = (origin: string, more: Partial<Seller> = {}): DiscoveryResult => ({
  kind: 'found',
  id: `found at ${origin}`,
  previousHosts: null,
  seller: { ...account.seller, origin, ...more },
  patterns: [`${origin}/*`],
  isGranted: true,
  fields: [],
});

type Message = { type: string; payload: { origin: string; foundId?: string; cardToken?: string } };
let openSignIn: Promise<SignInResult | null> = Promise.resolve(null);
let sent: Message[] = [];
let find: (origin: string) => DiscoveryResult = sellerAt;
let signInResult: SignInResult = { kind: 'window-closed' };
let request: (origins: string[]) => Promise<boolean>;

beforeAll(() => setLocale('en'));
beforeEach(() => {
  fakeBrowser.reset();
  sent = [];
  find = sellerAt;
  signInResult = { kind: 'window-closed' };
  request = async () => true;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  fakeBrowser.permissions.contains = async () => false;
  ignorePermissionChanges();
  fakeBrowser.permissions.request = ({ origins }: { origins?: string[] }) => request(origins ?? []);
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const stored = storedAnswer(message);
    if (stored) return stored;
    const { type, payload } = message as Message;
    if (type === 'listProviders') return [];
    sent.push(message as Message);
    if (type === 'awaitSignIn') return openSignIn;
    return type === 'findSeller' ? find(payload.origin) : signInResult;
  });
});
afterEach(() => {
  act(() => render(null, document.body));
  vi.useRealTimers();
});

const the = (testId: string) =>
  document.querySelector<HTMLInputElement>(`[data-testid="${testId}"]`) as HTMLInputElement;
const status = () => the('connect-status').textContent;
const sentTypes = () => sent.map(({ type }) => type);
const wait = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });

async function open(address: string | null = null): Promise<void> {
  const query = { seller: address, provider: null, change: null, entries: {} };
  await act(() => render(<ConnectPage query={query} frontPage={null} {...toolbarPin} />, document.body));
  await wait(0);
}

async function type(testId: string, text: string): Promise<void> {
  await act(() => {
    the(testId).value = text;
    the(testId).dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function press(): Promise<void> {
  await act(() => the('connect').click());
  await wait(0);
}

test('an address is looked at once typing stops, which is said', async () => {
  await open();
  await type('seller-address', 'axis.exa');
  await wait(300);
  await type('seller-address', 'axis.example');
  expect(status()).toBe('Looking at axis.example…');
  await wait(399);
  expect(sent).toEqual([]);
  await wait(1);
  expect(sent).toEqual([{ type: 'findSeller', payload: { origin: 'https://axis.example' } }]);
  expect(status()).toBe('Axis found.');
});

describe('Enter while the address is looked at', () => {
  const enter = () => act(() => the('seller-address').form?.requestSubmit());

  test('is remembered, and signs in once the seller is found', async () => {
    await open();
    await type('seller-address', 'axis.example');
    await enter();
    await enter();
    expect([status(), the('connect').getAttribute('aria-busy'), the('connect').disabled]).toEqual([
      ...['Looking at axis.example…', 'true', false],
    ]);
    await wait(400);
    expect(sentTypes()).toEqual(['findSeller', 'signIn']);
    expect(status()).toContain('was closed');
  });

  test('asks for the permission then; where the browser takes another press for that, it says so', async () => {
    find = (origin) => ({ ...sellerAt(origin), isGranted: false }) as DiscoveryResult;
    const asked: string[][] = [];
    request = async (origins) => {
      asked.push(origins);
      if (asked.length === 1) throw new Error('may only be called from a user input handler');
      return true;
    };
    await open();
    await type('seller-address', 'axis.example');
    await enter();
    await wait(400);
    expect([status(), sentTypes()]).toEqual(['Press Connect: your browser then asks.', ['findSeller']]);
    await press();
    expect([asked.length, sentTypes()]).toEqual([2, ['findSeller', 'signIn']]);
  });

  test('is forgotten once another address is typed', async () => {
    await open();
    await type('seller-address', 'axis.example');
    await enter();
    await type('seller-address', 'other.example');
    await wait(400);
    expect(sentTypes()).toEqual(['findSeller']);
  });
});

test('the same address pasted over itself leaves the button free', async () => {
  await open('axis.example');
  await type('seller-address', 'axis.example');
  await wait(1000);
  expect(status()).toBe('Axis found.');
  expect(sentTypes()).toEqual(['findSeller']);
});

test('a seller of card tokens alone has a field for one, and says so while it is empty', async () => {
  find = (origin) => sellerAt(origin, { signIn: false, cardToken: true });
  await open('axis.example');
  await press();
  expect(status()).toContain('Paste the card token');
  await type('card-token', 'abc');
  await press();
  expect(sent.at(-1)).toEqual({
    type: 'useCardToken',
    payload: { foundId: 'found at https://axis.example', cardToken: 'abc' },
  });
});

test('a card token pasted for one seller is not left there for another', async () => {
  find = (origin) => sellerAt(origin, { cardToken: true });
  await open('axis.example');
  await type('card-token', 'abc');
  await type('seller-address', 'other.example');
  await wait(400);
  expect(the('card-token').value).toBe('');
  await press();
  expect(sent.at(-1)?.type).toBe('signIn');
});

test('a yes for one address is not taken for another typed meanwhile', async () => {
  find = () => ({ kind: 'blocked' });
  let allow: (isAllowed: boolean) => void = () => undefined;
  request = () => new Promise((resolve) => (allow = resolve));
  await open('axis.example');
  await press();
  await type('seller-address', 'other.example');
  find = sellerAt;
  await act(() => allow(true));
  await wait(400);
  expect(sentTypes()).not.toContain('signIn');
  expect(status()).toBe('Axis found.');
});

test('7.2 what was shown when the permission was asked for is what is connected, whatever the address says by then', async () => {
  find = (origin) => ({ ...sellerAt(origin), isGranted: false }) as DiscoveryResult;
  await open('axis.example');
  find = () => sellerAt('https://evil.example');
  await press();
  expect(sent.map(({ type, payload }) => [type, payload.foundId])).toEqual([
    ['findSeller', undefined],
    ['signIn', 'found at https://axis.example'],
  ]);
});

test('7.2 a seller that is not kept any more is read again, and takes another press', async () => {
  await open('axis.example');
  signInResult = { kind: 'not-found' };
  await press();
  expect(status()).toBe('Axis was read again, as some time has passed. Check what is shown, then press Connect.');
  expect(sentTypes()).toEqual(['findSeller', 'signIn', 'findSeller']);
});

test('7.2 the host that a card token goes to stands beside its field', async () => {
  find = (origin) => sellerAt(origin, { cardToken: true, endpoints: { apiBase: 'https://api.elsewhere.example/v1' } });
  await open('axis.example');
  expect(the('card-token').closest('label')?.textContent).toContain('It is sent to api.elsewhere.example alone.');
});

test('7.5 a second press while a sign-in is open says so, and is connected with the first', async () => {
  signInResult = { kind: 'already-open', seller: 'Axis', isSameSeller: true };
  let end = (_: SignInResult): void => undefined;
  openSignIn = new Promise((resolve) => {
    end = resolve;
  });
  await open('axis.example');
  await press();
  expect(status()).toBe('A sign-in at Axis is open already. Finish it in its window, or close that first.');
  await act(() => end({ kind: 'window-closed' }));
  await wait(0);
  expect(status()).toBe('The sign-in window was closed. Press Connect to try again.');
  expect(sentTypes()).toEqual(['findSeller', 'signIn', 'awaitSignIn']);
});

test('7.5 a second press at another seller says whose sign-in is open, and waits for nothing', async () => {
  signInResult = { kind: 'already-open', seller: 'Nord', isSameSeller: false };
  await open('axis.example');
  await press();
  expect(status()).toBe('A sign-in at Nord is open already. Finish it in its window, or close that first.');
  expect(sentTypes()).toEqual(['findSeller', 'signIn']);
  expect(the('connect').getAttribute('aria-busy')).toBe('false');
});

test('a seller with a problem is not said to be tried again by itself', async () => {
  signInResult = { kind: 'failure', failure: { kind: 'seller-down', until: 0 } };
  await open('axis.example');
  await press();
  expect(status()).toBe('Axis has a problem. Press Connect to try again.');
});

test('a background that is gone leaves a sentence and a button to press', async () => {
  await open('axis.example');
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValue(new Error('no receiver'));
  await press();
  expect(status()).toBe('Gigabar could not start this. Try again.');
  expect(the('connect').getAttribute('aria-busy')).toBe('false');
});
