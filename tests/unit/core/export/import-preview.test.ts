import { describe, expect, test } from 'vitest';
import { defaultPreference } from '../../../../utils/core/accounts/card-preferences.ts';
import { changesNothing, previewImport } from '../../../../utils/core/export/import-preview.ts';
import type { HandKeptCard, SettingsFile } from '../../../../utils/core/export/settings-file.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import { aHandKeptCard } from './hand-kept-card.ts';

const fileOf = (settings: object = {}, ...cards: HandKeptCard[]): SettingsFile => ({
  gigabar: 2,
  settings: { ...defaultSettings, ...settings },
  cards,
});

describe('before a file is taken it is told', () => {
  test.each([
    [{ badgeShows: 'days' }, ['toolbar']],
    [{ thresholds: [5] }, ['alerts']],
    [{ quiet: { fromMinute: 0, toMinute: 1, exceptEmpty: true } }, ['alerts']],
    [{ pollIntervalMinutes: 60 }, ['checks']],
    [{ theme: 'dark', language: 'zh_CN' }, ['look']],
    [{ privacyMode: true }, ['privacy']],
    [{ view: 'used', risk: false }, ['toolbar', 'alerts']],
  ])('that %j changes %j', (settings, parts) => {
    const preview = previewImport(fileOf(settings), fileOf());
    expect([...preview.parts].sort()).toEqual([...parts].sort());
    expect(changesNothing(preview)).toBe(false);
  });

  test('nothing of whether things leave the computer: no file changes that', () => {
    expect(changesNothing(previewImport(fileOf({ isSynced: true }), fileOf()))).toBe(true);
  });

  test('which cards come anew, and which are replaced', () => {
    const known = aHandKeptCard({ name: 'Train', entries: { key: 'k1' } });
    const changed = { ...known, name: 'Train phone' };
    const preview = previewImport(
      fileOf({}, changed, aHandKeptCard({ name: 'Boat', entries: { key: 'k2' } })),
      fileOf({}, known),
    );
    expect(preview).toEqual({ parts: [], added: ['Boat'], replaced: ['Train phone'] });
  });

  test('that a card with another rule of its own is replaced', () => {
    const known = aHandKeptCard();
    const muted = { ...known, preference: { ...defaultPreference, isMuted: true } };
    expect(previewImport(fileOf({}, muted), fileOf({}, known)).replaced).toEqual(['Train']);
  });

  test('that nothing differs, whatever the order of the members', () => {
    const card = aHandKeptCard();
    const { name, ...rest } = card;
    const turned = fileOf({}, { ...rest, name });
    expect(changesNothing(previewImport(turned, fileOf({}, card)))).toBe(true);
  });
});
