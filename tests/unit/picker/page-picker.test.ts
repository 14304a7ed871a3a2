// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import pagePicker from '../../../entrypoints/page-picker/index.ts';
import vocabulary from '../../../public/vocabulary.json' with { type: 'json' };
import { latestRun } from '../../../utils/browser/page/script-run.ts';
import { fakeLayout, forgetLayout, nextFrame, pressKey, words } from './picker-setup.ts';

/** What the background was sent. */
const sent: { type: string }[] = [];

beforeEach(() => {
  fakeBrowser.reset();
  fakeLayout();
  sent.length = 0;
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    sent.push(message as { type: string });
  });
  document.body.innerHTML = '<p>Remaining data <b data-box="10 100 60 20">2.75 GB</b></p>';
});
afterEach(() => {
  latestRun('picker');
  forgetLayout();
});

const inject = () => pagePicker.main();

async function tell(type: string, id = fakeBrowser.runtime.id): Promise<void> {
  await fakeBrowser.runtime.onMessage.trigger(
    { type, words, vocabulary, sought: { what: 'number', known: [] } },
    { id } as never,
    () => {},
  );
  nextFrame();
}

const layers = () => document.documentElement.children.length - 2;

test('it begins when it is told to, by its own extension, and not before', async () => {
  inject();
  await tell('readOnce');
  await tell('startPicking', 'another');
  expect(layers()).toBe(0);
  await tell('startPicking');
  expect(layers()).toBe(1);
});

test('the background hears which amount was picked', async () => {
  inject();
  await tell('startPicking');
  pressKey('Enter');
  await vi.waitFor(() =>
    expect(sent).toMatchObject([{ type: 'pagePicked', payload: { figures: [{ text: '2.75 GB' }] } }]),
  );
});

test('the background hears that it was stopped', async () => {
  inject();
  await tell('startPicking');
  pressKey('Escape');
  expect(sent).toEqual([{ type: 'pickEnded', payload: {} }]);
});

test('injected and told twice it is there once, and the first one says nothing any more', async () => {
  inject();
  await tell('startPicking');
  inject();
  expect(layers()).toBe(0);
  await tell('startPicking');
  await tell('startPicking');
  expect([layers(), sent]).toEqual([1, []]);
  pressKey('Escape');
  expect([layers(), sent.length]).toEqual([0, 1]);
});

test('the page hears nothing of it when it is injected', () => {
  const heard = [
    vi.spyOn(window, 'postMessage'),
    vi.spyOn(document, 'dispatchEvent'),
    vi.spyOn(window, 'dispatchEvent'),
  ];
  inject();
  for (const spy of heard) expect(spy).not.toHaveBeenCalled();
});
