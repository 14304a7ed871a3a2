import { describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { read, readIndex } from '../../../../entrypoints/background/state/state-store.ts';
import { updateToolbar } from '../../../../entrypoints/background/update-toolbar.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { cardOf, connectAccount, notifications, savedValues } from './connect-form-setup.ts';

async function startDemo(): Promise<string> {
  const result = await messageHandlers.startDemo({});
  if (result.kind !== 'signed-in') throw new Error(`Not started: ${result.kind}`);
  return result.accountId;
}

const entered = { name: 'Lebara', left: '1.24 GB', quota: '3 GB', gb: '1000' };

describe('the demo card', () => {
  test('is there with a past, is called what it is on the toolbar too, and has nothing to buy', async () => {
    const id = await startDemo();
    const card = await cardOf(id);
    const { accounts } = await readIndex();
    expect(accounts.map(({ name, cards }) => [name, cards[0]?.title])).toEqual([['Demo card', 'Demo card']]);
    expect(await fakeBrowser.action.getTitle({})).toMatch(/^Demo card: 1\.24 GB of 3 GB left/);
    expect((await read(keys.samples(card)))?.intervals.length).toBeGreaterThan(40);
    expect(await read(keys.offers(card))).toBeNull();
  });

  test.each([
    ['by another name', { name: 'Trip' }, false, /^Demo card\. Trip: 1\.24 GB of 3 GB left/],
    ['while names are hidden', {}, true, /^Demo card\. Gigabar: amounts and names are hidden$/],
  ])('is called what it is on the toolbar %s too', async (_, preference, isOn, tooltip) => {
    const id = await startDemo();
    await messageHandlers.savePreference({ card: await cardOf(id), preference });
    await messageHandlers.setPrivacyMode({ isOn });
    await updateToolbar();
    expect(await fakeBrowser.action.getTitle({})).toMatch(tooltip);
  });

  test('is no matter for an alert', async () => {
    const card = await cardOf(await startDemo());
    await messageHandlers.refresh({ accountId: card.accountId });
    expect([notifications, await read(keys.alerts(card))]).toEqual([[], null]);
  });

  test('goes, with all that was kept of it, as soon as there is a real one', async () => {
    const id = await startDemo();
    const real = await connectAccount('manual', entered);
    expect((await readIndex()).accounts.map((account) => account.id)).toEqual([real]);
    expect(Object.keys(await savedValues()).filter((name) => name.includes(id))).toEqual([]);
  });

  test('is not added beside a real one', async () => {
    await connectAccount('manual', entered);
    expect(await messageHandlers.startDemo({})).toEqual({ kind: 'not-found' });
    expect((await readIndex()).accounts).toHaveLength(1);
  });
});
