import { expect, type Gigabar, test } from '../support/fixtures.ts';

/* What another version of Gigabar, or a fault of the disk, may leave in storage. */

/* The browser's API, as seen from the extension's pages. */
declare const chrome: { storage: { local: { set: (values: object) => Promise<void> } } };

type Stored = Record<string, Record<string, unknown>>;

const nameOf = (stored: Stored, prefix: string) => Object.keys(stored).find((name) => name.startsWith(prefix)) ?? '';

/** Replaces stored values while no worker runs. */
async function damage(gigabar: Gigabar, change: (stored: Stored) => Record<string, unknown>): Promise<void> {
  const values = change((await gigabar.stored()) as Stored);
  await gigabar.killWorker();
  await gigabar.probe.evaluate((changed) => chrome.storage.local.set(changed), values);
}

async function signOut(gigabar: Gigabar): Promise<void> {
  const settings = await gigabar.open('options.html');
  await settings.getByTestId('sign-out').click();
  await settings.getByTestId('confirm').click();
  await expect(settings.getByTestId('farewell')).not.toBeEmpty();
  const names = async () => Object.keys(await gigabar.stored()).filter((name) => name.includes(':'));
  await expect.poll(names).toEqual([]);
}

const cases: [string, (stored: Stored) => Record<string, unknown>][] = [
  ['an index with a card shown that is none', ({ index }) => ({ index: { ...index, shown: { accountId: 3 } } })],
  ['an index that is a text', () => ({ index: 'x' })],
  ['preferences without their members', () => ({ cards: { choices: {}, pinned: null } })],
  [
    'an order of a state that is not known, and settings of another shape',
    ({ index }) => {
      const [account] = (index?.accounts ?? []) as { id: string }[];
      return { [`orders:${account?.id}/c_europe`]: [{ id: 'o', state: 'disputed' }], settings: [1] };
    },
  ],
];

for (const [what, change] of cases) {
  test(`7.18 F25 ${what}: every page shows the account, the badge its figure, and signing out leaves nothing`, async ({
    connected,
  }) => {
    await connected.setBadge('');
    await damage(connected, change);
    const popup = await connected.popup();
    await expect.poll(connected.badge).toMatch(/\d/);
    await expect(popup.getByTestId('card-title')).toContainText('Axis');
    const settings = await connected.open('options.html');
    await expect(settings.getByTestId('sign-out')).toHaveCount(1);
    const history = await connected.open('history.html');
    await expect(history.getByTestId('history-card')).toContainText('Axis');
    await signOut(connected);
  });
}

test('7.19 F17 a snapshot of another shape is asked for again, and the user is told what could not be read', async ({
  connected,
  seller,
}) => {
  const asked = seller.nextRequest('/v1/planStatus');
  await damage(connected, (stored) => {
    const name = nameOf(stored, 'reading:');
    return { [name]: { ...stored[name], skewMs: null } };
  });
  const popup = await connected.popup();
  await asked;
  await expect(popup.getByTestId('remaining')).toBeVisible();
  await expect(popup.getByTestId('unread-notice')).toContainText('last figures');
  expect(Object.keys(await connected.stored()).filter((name) => name.startsWith('aside:reading:'))).toHaveLength(1);
  await popup.getByTestId('dismiss-unread').click();
  await expect(popup.getByTestId('unread-notice')).toHaveCount(0);
  await signOut(connected);
});

test('7.19 F17 an account of another shape is told of, and can be signed out of', async ({ connected }) => {
  await damage(connected, (stored) => ({ [nameOf(stored, 'account:')]: { seller: 7 } }));
  const popup = await connected.popup();
  await expect(popup.getByTestId('unreadable-account')).toContainText('Axis');
  await signOut(connected);
  await expect(popup.getByRole('link', { name: 'Connect a card' })).toBeVisible();
});
