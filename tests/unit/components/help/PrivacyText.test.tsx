// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PrivacyText } from '../../../../components/help/PrivacyText.tsx';
import { found, renderPage, startRendering, unmount } from '../render-setup.tsx';

beforeEach(startRendering);
afterEach(unmount);

test('what is read, where it stays and when it goes is told on the page itself', async () => {
  await renderPage(<PrivacyText />);
  const told = found('#privacy li').map(({ textContent }) => textContent);
  expect(told).toHaveLength(8);
  for (const word of [
    'on this computer',
    'Only the sellers',
    'password',
    'payment numbers',
    'no analytics',
    'Signing out',
  ])
    expect(told.join(' ')).toContain(word);
});
