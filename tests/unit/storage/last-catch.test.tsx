// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useHistory } from '../../../components/history/use-history.ts';
import { mountPage } from '../../../components/page/mount-page.tsx';
import { all, press, startRendering, the } from '../components/render-setup.tsx';

/* F17: every page has a last catch. */

const broken = { load: false, render: false };
const app = () => document.getElementById('app') as HTMLElement;

function Sum({ parts }: { parts: number[] }) {
  if (broken.render) throw new TypeError('parts of 99.99 SEK');
  return <p>{parts.length}</p>;
}

async function open() {
  document.body.innerHTML = '<div id="app"></div>';
  const load = async () => {
    if (broken.load) throw new Error('The disk is away');
    return [1, 2, 3];
  };
  await act(() => mountPage({ title: () => 'Page', load, view: (parts) => <Sum parts={parts} /> }));
}

beforeEach(async () => {
  fakeBrowser.reset();
  await startRendering();
  Object.assign(broken, { load: false, render: false });
});
afterEach(() => vi.restoreAllMocks());

test.each(['load', 'render'] as const)(
  '7.19 a page that fails to %s says so, and shows itself again later',
  async (step) => {
    broken[step] = true;
    await open();
    await vi.waitFor(() => expect(all('page-error')).toHaveLength(1));
    expect(the('page-error').textContent).toContain('Nothing was deleted.');
    expect(the('page-error').querySelector('a')?.getAttribute('href')).toBe('options.html');
    const before = the('page-error');
    await press('page-retry');
    await vi.waitFor(() => expect(the('page-error')).not.toBe(before));
    broken[step] = false;
    await press('page-retry');
    await vi.waitFor(() => expect(app().textContent).toBe('3'));
  },
);

test('what may not be sound and cannot be rendered is loaded once more before anything is said', async () => {
  document.body.innerHTML = '<div id="app"></div>';
  broken.render = true;
  const load = vi.fn(async (isFirst: boolean) => {
    broken.render = isFirst;
    return [1, 2, 3];
  });
  await act(() =>
    mountPage({ title: () => 'Page', load, view: (parts) => <Sum parts={parts} />, isTrial: () => true }),
  );
  await vi.waitFor(() => expect(app().textContent).toBe('3'));
  expect(load.mock.calls).toEqual([[true], [false]]);
  expect(all('page-error')).toEqual([]);
});

test('7.19 what is copied of an error says where it happened and nothing of what is stored', async () => {
  const writeText = vi.fn(async () => undefined);
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  broken.render = true;
  await open();
  await vi.waitFor(() => the('page-details'));
  await press('page-details');
  expect(writeText).toHaveBeenCalledWith(expect.stringMatching(/^TypeError\n\s+at /));
  expect(writeText).not.toHaveBeenCalledWith(expect.stringContaining('99.99'));
  vi.unstubAllGlobals();
});

test('7.19 a page whose state cannot be loaded again after a change says so', async () => {
  document.body.innerHTML = '<div id="app"></div>';
  const first = { listed: [], orders: [], unread: [] };
  const History = () => <p>{useHistory(first as never)[0].listed.length}</p>;
  await act(() => mountPage({ title: () => 'Page', load: async () => first, view: () => <History /> }));
  await vi.waitFor(() => expect(app().textContent).toBe('0'));
  await act(() => undefined);
  vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('The disk is away'));
  await vi.waitFor(async () => {
    await fakeBrowser.storage.local.set({ settings: {} });
    expect(all('page-error')).toHaveLength(1);
  });
});
