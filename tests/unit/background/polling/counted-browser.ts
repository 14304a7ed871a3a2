import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

type Calls = Record<string, (...args: unknown[]) => Promise<unknown>>;

/** What changes toolbar, menu or notifications. */
const shows: [object, string[]][] = [
  [
    fakeBrowser.action,
    ['setBadgeText', 'setBadgeBackgroundColor', 'setBadgeTextColor', 'setTitle', 'setIcon', 'getBadgeText', 'getTitle'],
  ],
  [fakeBrowser.contextMenus, ['create', 'removeAll']],
  [fakeBrowser.notifications, ['create', 'clear']],
];

/**
 * The names of what `work` writes on the disk and in the session, and the calls by which it changes toolbar, menu or
 * notifications.
 */
export async function changesOf(work: () => Promise<unknown>) {
  const changes = { local: [] as string[], session: [] as string[], shown: [] as string[] };
  const spyOn = (api: object, method: string, note: (first: object) => unknown) => {
    const real = (api as Calls)[method]?.bind(api);
    return vi.spyOn(api as Calls, method).mockImplementation(async (...args) => {
      note(args[0] as object);
      return real?.(...args);
    });
  };
  const spies = [
    ...(['local', 'session'] as const).flatMap((area) => [
      spyOn(fakeBrowser.storage[area], 'set', (values) => changes[area].push(...Object.keys(values))),
      spyOn(fakeBrowser.storage[area], 'remove', (gone) => changes[area].push(`without ${gone}`)),
    ]),
    ...shows.flatMap(([api, methods]) => methods.map((method) => spyOn(api, method, () => changes.shown.push(method)))),
  ];
  await work();
  for (const spy of spies) spy.mockRestore();
  return changes;
}

/** From now on each answer says that it is sent at the time of the test's clock. */
export function datedByTheClock(): void {
  const real = globalThis.fetch;
  vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
    const { status, headers, ...answer } = await real(...request).then(async (response) => ({
      ...{ status: response.status, headers: new Headers(response.headers) },
      body: response.status === 304 ? null : await response.arrayBuffer(),
    }));
    headers.set('date', new Date(Date.now()).toUTCString());
    return new Response(answer.body, { status, headers });
  });
}
