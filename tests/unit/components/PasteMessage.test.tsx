// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PasteMessage } from '../../../components/form/PasteMessage.tsx';
import { setPrivacyMode } from '../../../utils/browser/i18n.ts';
import { readMessage } from '../../../utils/core/entry/pasted-message.ts';
import type { FormValues } from '../../../utils/core/forms/form-field.ts';
import { now } from './popup-setup.ts';
import { all, press, renderPage, startRendering, the, typeInto, unmount } from './render-setup.tsx';

let values: FormValues[] = [];

beforeEach(async () => {
  await startRendering();
  values = [];
  await renderPage(<PasteMessage byteUnit={1000} now={now} onFound={(found) => values.push(found)} />);
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async ({ payload }: { payload: { text: string } }) =>
    readMessage(payload.text, 1000, now, 'UTC')) as never);
  await press('paste');
});
afterEach(async () => {
  await unmount();
  vi.restoreAllMocks();
});

async function paste(text: string): Promise<void> {
  await typeInto('paste-text', text);
  await press('paste-read');
  await vi.waitFor(() => expect(status()).not.toBe(''));
}

const status = () => the('paste-status').textContent;
const choose = (testId: string, at: number) =>
  act(() => the(testId).querySelectorAll<HTMLInputElement>('input')[at]?.click());

test('a message fills the form, and that is said', async () => {
  await paste('You have 1.24GB left till 12/12');
  expect(values.at(-1)).toEqual({ left: '1.24 GB', ends: 'date', endsAt: '2026-12-12' });
  expect(status()).toMatch(/^Entered below: 1\.24 GB left and until Sat,? 12 Dec\.$/);
  expect(all('paste-left')).toEqual([]);
});

test('where it can be understood in two ways the user is asked, and decides', async () => {
  await paste('1 GB left till 03/12');
  expect(values.at(-1)).toEqual({ left: '1 GB' });
  expect(the('paste-end').textContent).toContain('What is the last day?');
  await choose('paste-end', 0);
  expect(values.at(-1)).toEqual({ left: '1 GB', ends: 'date', endsAt: '2026-12-03' });
  await choose('paste-end', 2);
  expect(values.at(-1)).toEqual({ left: '1 GB', endsAt: '' });
});

test('what one message has filled in does not stay beside another', async () => {
  await paste('You have 1.24GB of 3GB left');
  await paste('500 MB left');
  expect(values.at(-1)).toEqual({ left: '0.5 GB', quota: '' });
});

test('in privacy mode what can be chosen is told all the same: the user has just pasted it', async () => {
  setPrivacyMode(true);
  await paste('Data 1.5 GB, bonus 2 GB, expires 31/12/2026');
  expect(the('paste-left').textContent).toContain('1.5 GB');
  setPrivacyMode(false);
});

test('a text without an amount is said to have none', async () => {
  await paste('Thank you');
  expect(status()).toContain('found no amount');
  expect(values.at(-1)).toEqual({});
});
