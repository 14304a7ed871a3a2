import { cheaperesimMirror } from '../../sandbox/mirrors/travel-esim/cheaperesim.ts';
import { connectWith, expect, fillIn, hosts, routeToMirror, test } from '../support/provider-mirrors.ts';

/* The browser's API, as seen from the extension's pages. */
type Account = { seller: Record<string, unknown> };
declare const chrome: {
  storage: { local: { set: (values: object) => Promise<void> } };
  permissions: { contains: (some: { origins: string[] }) => Promise<boolean> };
};

for (const [providerId, sentence] of [
  ['telekom-datapass', 'Telekom closed the address that Gigabar read. There are no new figures.'],
  ['a-later-one', 'This version of Gigabar cannot read Telekom. There are no new figures.'],
] as const) {
  test(`8.11 an account of ${providerId} says once why it has no new figures, keeps its own, asks nobody, and leads to a card by hand`, async ({
    gigabar,
    switchOn,
  }) => {
    const mirror = await switchOn(cheaperesimMirror);
    await routeToMirror(gigabar, hosts.cheaperesim, mirror);
    await connectWith(gigabar, 'cheaperesim', cheaperesimMirror.entries);
    await expect.poll(gigabar.badge).toBe('4.0');
    await gigabar.waitForWorker();
    const stored = await gigabar.stored();
    const [name = ''] = Object.keys(stored).filter((key) => key.startsWith('account:'));
    const account = stored[name] as Account;
    await gigabar.killWorker();
    const seller = { ...account.seller, providerId, name: 'Telekom' };
    await gigabar.probe.evaluate((values) => chrome.storage.local.set(values), { [name]: { ...account, seller } });
    const before = mirror.requests.length;
    const isGranted = () =>
      gigabar.probe.evaluate((origin) => chrome.permissions.contains({ origins: [origin] }), `${hosts.cheaperesim}/*`);
    expect(await isGranted()).toBe(true);

    await gigabar.fireAlarm();
    await expect.poll(isGranted).toBe(false);
    const popup = await gigabar.popup();
    await expect(popup.getByTestId('failure').locator('p')).toHaveText(sentence);
    await expect(popup.getByTestId('failure')).toHaveCount(1);
    await expect(popup.getByTestId('remaining')).toHaveText('4 GB');
    await expect(popup.getByTestId('as-of')).toBeVisible();
    await expect(popup.getByTestId('refresh')).toHaveCount(0);
    await expect(popup.getByTestId('renew')).toHaveCount(0);
    await gigabar.waitForWorker();
    expect(await gigabar.badge()).toBe('4.0');
    expect(mirror.requests.length).toBe(before);

    const opened = gigabar.context.waitForEvent('page');
    await popup.getByRole('link', { name: 'Enter it by hand' }).click();
    const form = await opened;
    await expect(form.getByRole('heading', { name: 'Another card' })).toBeVisible();
    await expect(form.getByTestId('field-name')).not.toHaveValue('');
    await fillIn(form, { name: 'Telekom', quota: '5 GB', left: '3.5 GB' });
    await form.getByTestId('connect').click();
    await expect(form.getByTestId('connect-status')).toContainText('Telekom: 3.5 GB of 5 GB left');
    await expect.poll(gigabar.badge).toBe('3.5');
  });
}
