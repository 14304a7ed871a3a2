// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setPrivacyMode } from '../../../../utils/browser/i18n.ts';
import { defaultPreference, defaultPreferences } from '../../../../utils/core/accounts/card-preferences.ts';
import { type AlertRules, alertRulesOf, defaultSettings, maxAmounts } from '../../../../utils/core/settings.ts';
import { parseStored } from '../../../../utils/core/storage/stored-values.ts';
import type { TypedAmount } from '../../../../utils/core/values/bytes.ts';
import {
  accountsOf,
  all,
  background,
  checkedOf,
  closeSettings,
  fill,
  openSettings,
  press,
  saveMessage,
  startSettings,
  textOf,
  the,
} from './settings-setup.tsx';

beforeEach(startSettings);
afterEach(closeSettings);

test('a threshold is saved at once, in order with the others', async () => {
  await openSettings();
  expect(all('threshold').map(({ value }) => value)).toEqual(['50', '30', '20', '10', '5', '0']);
  expect(checkedOf('threshold')).toEqual(['20', '10', '0']);
  await press('threshold', 0);
  expect(background.sent).toEqual([saveMessage({ thresholds: [50, 20, 10, 0] })]);
});

test('what can be chosen is told apart in privacy mode, too', async () => {
  setPrivacyMode(true);
  await openSettings();
  const texts = all('threshold').map((box) => box.closest('label')?.textContent);
  setPrivacyMode(false);
  expect(texts).toEqual(['50%', '30%', '20%', '10%', '5%', 'empty']);
});

test('the last threshold can be taken away', async () => {
  await openSettings();
  await press('threshold', 5);
  expect(background.sent).toEqual([saveMessage({ thresholds: [20, 10] })]);
});

test('a time before the end is saved at once, in order with the others', async () => {
  await openSettings();
  expect(all('lead').map((box) => box.parentElement?.textContent)).toEqual([
    '7 days',
    '3 days',
    '1 day',
    '6 hours',
    '1 hour',
  ]);
  await press('lead', 0);
  await press('lead', 2);
  expect(background.sent.at(-1)).toEqual(saveMessage({ leadHours: [168, 72] }));
});

test.each(['risk', 'lapse', 'charge', 'dailyBudget', 'unstarted', 'lineEnd'] as const)(
  'the warning of %s can be turned on and off',
  async (name) => {
    await openSettings();
    await press(name);
    expect(background.sent).toEqual([saveMessage({ [name]: !defaultSettings[name] })]);
  },
);

describe('an amount of one’s own', () => {
  const add = async (value: string, unit = 'MB') => {
    await fill('amount-unit', unit);
    await fill('amount-value', value);
    await press('amount-add');
  };
  const openWith = (...amounts: TypedAmount[]) => openSettings({ settings: { ...defaultSettings, amounts } });

  test.each([
    ['500', 'MB', 500],
    ['1.25', 'GB', 1.25],
    ['1,5', 'GB', 1.5],
    [' ５００ ', 'MB', 500],
    ['.5', 'GB', 0.5],
    ['9999', 'MB', 9999],
  ])('typed as "%s" %s is added', async (typed, unit, value) => {
    await openWith();
    await add(typed, unit);
    expect(background.sent).toEqual([saveMessage({ amounts: [{ value, unit }] })]);
    expect(the('amount-value').value).toBe('');
    expect(document.activeElement).toBe(the('amount-value'));
  });

  test.each([
    ['', 'Type an amount first'],
    ['   ', 'Type an amount first'],
    ['0', 'has to be more than 0'],
    ['-5', 'has to be more than 0'],
    ['a lot', 'That is not a number'],
    ['1e3', 'That is not a number'],
    ['1.500,5', 'That is not a number'],
    ['1,500', 'two decimals at most'],
    ['10000', 'The most is 9,999 MB.'],
    ['500', '500 MB is in the list already.'],
    ['500.0', 'is in the list already.'],
  ])('typed as "%s" says what is wrong and stays in the field', async (typed, reason) => {
    await openWith({ value: 500, unit: 'MB' });
    await add(typed);
    expect(textOf('amount-problem')).toContain(reason);
    expect(the('amount-value').value).toBe(typed);
    expect(the('amount-value').getAttribute('aria-invalid')).toBe('true');
    expect(background.sent).toEqual([]);
  });

  test('is one of six at most', async () => {
    await openWith(...Array.from({ length: maxAmounts }, (_, index) => ({ value: index + 1, unit: 'GB' as const })));
    await add('500');
    expect(textOf('amount-problem')).toBe('6 amounts are the most. Remove one first.');
    await press('amount-remove');
    await press('amount-add');
    expect(all('amount-remove')).toHaveLength(maxAmounts);
  });

  test('stands among the others by its size', async () => {
    await openWith({ value: 2, unit: 'GB' }, { value: 100, unit: 'MB' });
    await add('500');
    expect(all('amount-remove').map((button) => button.getAttribute('aria-label'))).toEqual([
      'Remove 2 GB',
      'Remove 500 MB',
      'Remove 100 MB',
    ]);
  });

  test('can be removed, and the focus goes to the field', async () => {
    await openWith({ value: 2, unit: 'GB' }, { value: 100, unit: 'MB' });
    await press('amount-remove', 0);
    expect(background.sent).toEqual([saveMessage({ amounts: [{ value: 100, unit: 'MB' }] })]);
    expect(textOf('amount-problem')).toBe('2 GB is removed.');
    expect(document.activeElement).toBe(the('amount-value'));
  });
});

describe('a card’s own rules', () => {
  const accounts = accountsOf(['Europe', 'Asia']);
  const card = { accountId: 'a1', cardKey: 'Asia' };
  const rulesMessage = (rules: AlertRules | null) => ({
    type: 'savePreference',
    payload: { card, preference: { rules } },
  });
  const cardRules: AlertRules = {
    thresholds: [50],
    amounts: [],
    leadHours: [24],
    risk: false,
    lapse: false,
    charge: false,
    lineEnd: false,
    unstarted: false,
    dailyBudget: false,
  };
  const preferences = { ...defaultPreferences, byCard: { 'a1/Asia': { ...defaultPreference, rules: cardRules } } };

  test('begin as the rules for all', async () => {
    await openSettings({ accounts });
    await fill('rules-for', 'a1/Asia');
    expect(the('own-rules').checked).toBe(false);
    expect(all('threshold')).toEqual([]);
    await press('own-rules');
    expect(background.sent).toEqual([rulesMessage(alertRulesOf(defaultSettings))]);
    expect(checkedOf('threshold')).toEqual(['20', '10', '0']);
  });

  test('are edited by the same controls, and those for all stay', async () => {
    await openSettings({ accounts, preferences });
    await fill('rules-for', 'a1/Asia');
    expect(checkedOf('threshold')).toEqual(['50']);
    await press('threshold', 2);
    await press('risk');
    await fill('amount-value', '500');
    await press('amount-add');
    expect(background.sent.at(-1)).toEqual(
      rulesMessage({ ...cardRules, thresholds: [50, 20], risk: true, amounts: [{ value: 500, unit: 'MB' }] }),
    );
    await fill('rules-for', '');
    expect(checkedOf('threshold')).toEqual(['20', '10', '0']);
  });

  test('saved before charges were warned of warn of them until that is turned off', async () => {
    const { charge, ...older } = cardRules;
    const choices = { 'a1/Asia': { name: null, isHidden: false, rules: older } };
    const preferences = parseStored('preferences', { order: [], pinned: null, choices });
    if (preferences === null) throw new Error('The preferences of then are not read');
    await openSettings({ accounts, preferences });
    await fill('rules-for', 'a1/Asia');
    expect(the('charge').checked).toBe(true);
    await press('charge');
    expect(background.sent).toEqual([rulesMessage(cardRules)]);
  });

  test('can be given up for those for all', async () => {
    await openSettings({ accounts, preferences });
    await fill('rules-for', 'a1/Asia');
    await press('own-rules');
    expect(background.sent).toEqual([rulesMessage(null)]);
  });

  test('are named in the list, also when it is the only card left', async () => {
    await openSettings({ accounts: accountsOf(['Asia']), preferences });
    expect([...the('rules-for').querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual([
      'All cards',
      'Asia (own rules)',
    ]);
  });

  test('of two cards of one name are told apart by the seller', async () => {
    await openSettings({ accounts: accountsOf(['Europe'], ['Europe']) });
    expect(the('rules-for').textContent).toBe('All cardsEurope · Axis 1Europe · Axis 2');
  });
});
