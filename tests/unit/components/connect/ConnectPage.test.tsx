// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ConnectPage } from '../../../../components/connect/ConnectPage.tsx';
import type { DiscoveryResult, SignInResult } from '../../../../utils/browser/messages.ts';
import { setLocale } from '../../support/i18n.ts';
import { ignorePermissionChanges, toolbarPin } from '../render-setup.tsx';
import { storedAnswer } from '../stored-answer.ts';

const seller = {
  providerId: 'account-api',
  origin: 'https://axis.example',
  name: 'Axis',
  byteUnit: 1000 as const,
  checkoutOrigins: [],
  accountUrl: null,
  support: { url: null, email: null, phone: null },
  dataDelayMs: null,
  creditMs: 300_000,
  signIn: true,
  cardToken: false,
  meteredBy: 'network' as const,
  manualPlan: null,
  page: null,
  endpoints: { apiBase: 'https://api.axis.example/v1' },
};
const patterns = ['https://api.axis.example/*'];
const found = (isGranted: boolean): DiscoveryResult => ({
  kind: 'found',
  id: 'f1',
  seller,
  patterns,
  isGranted,
  fields: [],
  previousHosts: null,
});

let discoveries: DiscoveryResult[] = [];
let signInResult: SignInResult = { kind: 'window-closed' };
let isAllowed = true;
const requested: string[][] = [];

beforeAll(() => setLocale('en'));
beforeEach(() => {
  requested.length = 0;
  isAllowed = true;
  fakeBrowser.permissions.contains = async () => false;
  ignorePermissionChanges();
  fakeBrowser.permissions.request = async ({ origins }: { origins?: string[] }) => {
    requested.push(origins ?? []);
    return isAllowed;
  };
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const stored = storedAnswer(message);
    if (stored) return stored;
    const { type } = message as { type: string };
    if (type === 'listProviders') return [];
    return type === 'findSeller' ? (discoveries.length > 1 ? discoveries.shift() : discoveries[0]) : signInResult;
  });
});
afterEach(() => act(() => render(null, document.body)));

const the = (testId: string) => document.querySelector<HTMLButtonElement>(`[data-testid="${testId}"]`);
const status = () => the('connect-status')?.textContent ?? '';

/** Opens the page with an address and waits for its discovery. */
async function open(...answers: DiscoveryResult[]): Promise<void> {
  discoveries = answers;
  await act(() =>
    render(
      <ConnectPage
        query={{ seller: 'https://axis.example', provider: null, change: null, entries: {} }}
        frontPage={null}
        {...toolbarPin}
      />,
      document.body,
    ),
  );
  await rested();
}

/** Waits until nothing is under way. */
const rested = () =>
  vi.waitFor(() => {
    expect(status()).not.toContain('Looking at');
    expect(the('connect')?.getAttribute('aria-busy') ?? 'false').toBe('false');
  });

/** Presses Connect; returns how many permissions were requested synchronously within the click. */
async function press(): Promise<number> {
  const before = requested.length;
  let during = 0;
  await act(() => {
    the('connect')?.click();
    during = requested.length - before;
  });
  await rested();
  return during;
}

describe('a seller that can be read before anything is asked', () => {
  test('says which permission will be asked and why as soon as it is found, and one press asks for it', async () => {
    await open(found(false));
    expect(status()).toBe('Axis found.');
    expect(the('will-ask')?.textContent).toContain('may read api.axis.example');
    expect(the('connect')?.getAttribute('aria-describedby')).toBe(the('will-ask')?.id);
    expect(await press()).toBe(1);
    expect(requested).toEqual([patterns]);
    expect(status()).toContain('closed');
    expect(the('will-ask')).toBeNull();
  });

  test('needs no prompt where it is allowed already', async () => {
    await open(found(true));
    await press();
    expect(requested).toEqual([]);
    expect(status()).toContain('closed');
  });

  test('refused the permission, says so, and the next press asks again', async () => {
    isAllowed = false;
    await open(found(false));
    await press();
    expect(status()).toContain('Without that permission');
    expect(await press()).toBe(1);
    expect(requested).toHaveLength(2);
  });
});

describe('a seller that cannot be read yet', () => {
  test('is asked for in the click itself, before any wait; one origin needs no second press', async () => {
    await open({ kind: 'blocked' }, found(true));
    expect(await press()).toBe(1);
    expect(requested).toEqual([['https://axis.example/*']]);
    expect(status()).toContain('closed');
  });

  test('with further origins says why and asks for those by another press', async () => {
    await open({ kind: 'blocked' }, found(false), found(true));
    await press();
    expect(status()).toContain('Press Connect');
    expect(the('will-ask')?.textContent).toContain('api.axis.example');
    await press();
    expect(requested).toEqual([['https://axis.example/*'], patterns]);
  });

  test('that still does not answer, says to check the address', async () => {
    await open({ kind: 'blocked' });
    await press();
    expect(status()).toContain('No answer from axis.example');
  });
});

test.each([
  [{ kind: 'window-closed' }, 'was closed'],
  [{ kind: 'wrong-answer' }, 'did not match'],
  [{ kind: 'refused' }, 'did not sign you in'],
  [{ kind: 'failure', failure: { kind: 'no-answer' } }, 'No answer from Axis'],
] as [SignInResult, string][])('a sign-in that ends with %o has its sentence', async (answer, sentence) => {
  signInResult = answer;
  await open(found(true));
  await press();
  expect(status()).toContain(sentence);
});

test('an address without a seller has its sentence', async () => {
  await open({ kind: 'no-seller' });
  await press();
  expect(status()).toContain('axis.example does not tell figures');
});
