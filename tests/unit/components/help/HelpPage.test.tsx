// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HelpPage } from '../../../../components/help/HelpPage.tsx';
import { setLocale } from '../../support/i18n.ts';
import { found, press, renderPage, startRendering, the, unmount } from '../render-setup.tsx';

beforeEach(startRendering);
afterEach(unmount);

const copied = vi.fn(async (_text: string): Promise<void> => undefined);
beforeEach(() => {
  copied.mockReset().mockResolvedValue(undefined);
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: copied }, configurable: true });
});

test('the questions people ask are answered', async () => {
  await renderPage(<HelpPage />);
  const asked = found('h2').map(({ textContent }) => textContent);
  for (const question of ['Why did no alert come?', 'What does a hotspot count?', 'What happens after I pay?'])
    expect(asked).toContain(question);
  expect(document.getElementById('privacy')?.textContent).toContain('this computer');
});

test.each(['en', 'zh_CN'] as const)('no word is missing in %s', async (language) => {
  await setLocale(language);
  await renderPage(<HelpPage />);
  expect(found('h1, h2, p:not([role]), li, button').filter(({ textContent }) => textContent === '')).toEqual([]);
});

test('a report says which Gigabar and browser it is about, and can be copied', async () => {
  await renderPage(<HelpPage />);
  expect(the('report-text').textContent).toContain('Gigabar 1.2.3 · en');
  expect(the('report-text').textContent).toContain(navigator.userAgent);
  await press('copy-report');
  expect(copied.mock.calls).toEqual([[the('report-text').textContent]]);
  await act(async () => undefined);
  expect(the('report-status').textContent).toBe('Copied.');
});

test('a report that could not be copied says what to do', async () => {
  copied.mockRejectedValue(new Error('not allowed'));
  await renderPage(<HelpPage />);
  await press('copy-report');
  await act(async () => undefined);
  expect(the('report-status').textContent).toContain('copy it yourself');
});
