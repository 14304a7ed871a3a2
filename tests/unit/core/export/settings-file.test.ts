import { describe, expect, test } from 'vitest';
import { defaultSeller, newAccount } from '../../../../utils/core/accounts/account.ts';
import { defaultPreference } from '../../../../utils/core/accounts/card-preferences.ts';
import { type SettingsFile, sellerOfHandKept, toHandKeptCard } from '../../../../utils/core/export/settings-file.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import { parseSettingsFile } from '../../../../utils/core/storage/settings-file-schema.ts';
import { start } from '../../support/builders.ts';
import { aHandKeptCard } from './hand-kept-card.ts';

const file: SettingsFile = { gigabar: 2, settings: defaultSettings, cards: [aHandKeptCard()] };

test('what is saved can be opened again', () => {
  expect(parseSettingsFile(JSON.stringify(file))).toEqual(file);
});

test('a file of an earlier Gigabar has the defaults of what came later', () => {
  const { theme, isSynced, ...older } = defaultSettings;
  expect(parseSettingsFile(JSON.stringify({ ...file, settings: older }))).toEqual(file);
});

test('a quarter of an hour in a file of an earlier Gigabar was nobody’s choice, other intervals were', () => {
  const opened = (gigabar: number, pollIntervalMinutes: number) => {
    const read = parseSettingsFile(
      JSON.stringify({ ...file, gigabar, settings: { ...defaultSettings, pollIntervalMinutes } }),
    );
    return typeof read === 'string' ? read : read.settings.pollIntervalMinutes;
  };
  expect([opened(1, 15), opened(1, 30), opened(2, 15)]).toEqual([null, 30, 15]);
});

describe('refused is', () => {
  test.each([
    ['no text of JSON', 'gigabar: 2', 'noSettings'],
    ['an empty file', '', 'noSettings'],
    ['a file of something else', '{"version":1}', 'noSettings'],
    ['a list', '[]', 'noSettings'],
    ['a file of a newer Gigabar, whatever is in it', '{"gigabar":3}', 'newer'],
  ])('%s', (_, text, problem) => {
    expect(parseSettingsFile(text)).toBe(problem);
  });

  test.each<[string, object]>([
    ['settings that are out of bounds', { settings: { ...defaultSettings, pollIntervalMinutes: 0 } }],
    ['a card without a name', { cards: [aHandKeptCard({ name: '' })] }],
    [
      'an address that nobody should open',
      {
        cards: [
          aHandKeptCard({ plan: { ...aHandKeptCard().plan, renewal: { url: 'javascript:alert(1)', cost: null } } }),
        ],
      },
    ],
    ['more cards than anybody keeps', { cards: Array.from({ length: 201 }, () => aHandKeptCard()) }],
    ['a text that never ends', { cards: [aHandKeptCard({ entries: { region: 'x'.repeat(2000) } })] }],
  ])('%s, as a whole', (_, some) => {
    expect(parseSettingsFile(JSON.stringify({ ...file, ...some }))).toBe('damaged');
  });
});

describe('a card kept by hand', () => {
  test('is in the file as it was entered, and is the same card when it comes back', () => {
    const card = aHandKeptCard();
    const account = newAccount('a', sellerOfHandKept(card), start);
    expect(toHandKeptCard(account, defaultPreference)).toEqual(card);
    expect(account.seller.checkoutOrigins).toEqual(['https://axis.example']);
  });

  test('is the only account that is: no seller’s is, nor a hotspot', () => {
    const seller = { ...defaultSeller('account-api', 'Axis'), endpoints: { key: 'secret' } };
    expect(toHandKeptCard(newAccount('a', seller, start), defaultPreference)).toBe(null);
    const hotspot = { ...defaultSeller('huawei-hilink', 'Hotspot'), manualPlan: aHandKeptCard().plan };
    expect(toHandKeptCard(newAccount('a', hotspot, start), defaultPreference)).toBe(null);
  });
});
