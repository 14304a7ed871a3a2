// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useHeldPresses } from '../../../../../components/hooks/use-held-presses.ts';
import { press, renderPage, startRendering, unmount } from '../../render-setup.tsx';

const pressed = vi.fn();

function Page({ isHolding, price, isThere = true }: { isHolding: boolean; price: string; isThere?: boolean }) {
  useHeldPresses(isHolding);
  return isThere ? (
    <button type="button" data-testid="renew" onClick={pressed}>
      {price}
    </button>
  ) : null;
}

beforeEach(async () => {
  await startRendering();
  pressed.mockClear();
});
afterEach(unmount);

test('a press that came too early is made once, when it can be answered', async () => {
  await renderPage(<Page isHolding price="SEK 99" />);
  await press('renew');
  await press('renew');
  expect(pressed).not.toHaveBeenCalled();
  await renderPage(<Page isHolding={false} price="SEK 99" />);
  expect(pressed).toHaveBeenCalledTimes(1);
  await press('renew');
  expect(pressed).toHaveBeenCalledTimes(2);
});

test.each([
  ['says something else by then', <Page key="page" isHolding={false} price="SEK 119" />],
  ['is gone by then', <Page key="page" isHolding={false} price="SEK 99" isThere={false} />],
])('what %s is not pressed', async (_what, then) => {
  await renderPage(<Page key="page" isHolding price="SEK 99" />);
  await press('renew');
  await renderPage(then);
  expect(pressed).not.toHaveBeenCalled();
});
