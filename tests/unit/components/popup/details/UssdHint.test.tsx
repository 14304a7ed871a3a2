// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UssdHint } from '../../../../../components/popup/details/UssdHint.tsx';
import { found, press, renderPage, startRendering, unmount } from '../../render-setup.tsx';

beforeEach(startRendering);
afterEach(unmount);
afterEach(() => vi.unstubAllGlobals());

const hrefs = (selector: string) => found(selector).map((link) => link.getAttribute('href'));

describe('a code to ask with', () => {
  const copyTo = (writeText: (text: string) => Promise<void>) =>
    vi.stubGlobal('navigator', { clipboard: { writeText } });
  const statusText = () => found('[role=status]')[0]?.textContent;

  test.each([
    ['*123#', 'tel:*123%23'],
    ['##002#', 'tel:%23%23002%23'],
    ['+46 (0)8-123 45', 'tel:+460812345'],
  ])('%s can be called at %s', async (code, href) => {
    await renderPage(<UssdHint code={code} />);
    expect(hrefs('a')).toEqual([href]);
    expect(found('.ussd-code')[0]?.textContent).toBe(code);
  });

  test('is copied as it was entered, and that is said', async () => {
    const texts: string[] = [];
    copyTo(async (copied) => void texts.push(copied));
    await renderPage(<UssdHint code="*100*1#" />);
    await press('copy-dial');
    await vi.waitFor(() => expect(statusText()).toBe('Copied.'));
    expect(texts).toEqual(['*100*1#']);
  });

  test('can be copied by hand where the browser does not let us', async () => {
    copyTo(() => Promise.reject(new Error('NotAllowedError')));
    await renderPage(<UssdHint code="*100*1#" />);
    await press('copy-dial');
    await vi.waitFor(() => expect(statusText()).toContain('Select the code and copy it'));
  });
});
