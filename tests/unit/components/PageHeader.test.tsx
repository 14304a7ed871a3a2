// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PageHeader } from '../../../components/page/PageHeader.tsx';
import { found, renderPage, startRendering, the, unmount } from './render-setup.tsx';

beforeEach(startRendering);
afterEach(unmount);

test('every page leads to the others, and says which one it is', async () => {
  await renderPage(<PageHeader current="history" />);
  expect(found('nav a').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['Cards', 'connect.html'],
    ['History', 'history.html'],
    ['Settings', 'options.html'],
    ['Help and privacy', 'help.html'],
  ]);
  expect(found('[aria-current=page]').map(({ textContent }) => textContent)).toEqual(['History']);
  expect(the('version').textContent).toBe('Version 1.2.3');
});
