import { describe, expect, test } from 'vitest';
import { messageHandlers } from '../../../../entrypoints/background/message-handlers.ts';
import { read, readIndex } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { formatCardId } from '../../../../utils/core/usage/card-id.ts';
import { balanceOf, cardOf, connectAccount, savedValues } from '../connect/connect-form-setup.ts';

const connectByHand = (name: string) => connectAccount('manual', { name, quota: '3 GB', left: '1 GB', gb: '1000' });

describe('a card kept by hand that was removed', () => {
  test('is back with its figure, its name and its place', async () => {
    const id = await connectByHand('Train');
    await connectByHand('Boat');
    const card = await cardOf(id);
    await messageHandlers.savePreference({ card, preference: { name: 'Phone' } });
    await messageHandlers.pinCard({ card });
    const [before, balance] = [await savedValues(), await balanceOf(id)];
    await messageHandlers.signOut({ accountId: id });
    expect((await readIndex()).accounts.map(({ name }) => name)).toEqual(['Boat']);
    expect(await messageHandlers.undo({})).toEqual({ isUndone: true });
    expect(await balanceOf(id)).toEqual(balance);
    expect(Object.keys(await savedValues()).sort()).toEqual(Object.keys(before).sort());
    expect((await readIndex()).accounts.map(({ name }) => name).sort()).toEqual(['Boat', 'Train']);
    const preferences = await read(keys.preferences);
    expect(preferences?.pinned).toBe(formatCardId(card));
    expect(preferences?.byCard[formatCardId(card)]?.name).toBe('Phone');
  });

  test('cannot be brought back after something else was done, and nothing of it is kept', async () => {
    const [first, second] = [await connectByHand('Train'), await connectByHand('Boat')];
    await messageHandlers.signOut({ accountId: first });
    await messageHandlers.savePreference({ card: await cardOf(second), preference: { isHidden: true } });
    expect(JSON.stringify(await read(keys.undoable))).not.toContain(first);
    await messageHandlers.undo({});
    expect((await readIndex()).accounts.map(({ name }) => name)).toEqual(['Boat']);
  });
});

test('a card that was hidden is in view and pinned again', async () => {
  const card = await cardOf(await connectByHand('Train'));
  await messageHandlers.pinCard({ card });
  await messageHandlers.savePreference({ card, preference: { isHidden: true } });
  expect(await messageHandlers.undo({})).toEqual({ isUndone: true });
  const preferences = await read(keys.preferences);
  expect(preferences?.byCard[formatCardId(card)]?.isHidden).toBe(false);
  expect(preferences?.pinned).toBe(formatCardId(card));
});
