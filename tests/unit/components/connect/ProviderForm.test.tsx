// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { defaultSeller } from '../../../../utils/core/accounts/account.ts';
import { askedFields } from '../../../../utils/core/forms/form-field.ts';
import { isSecret } from '../../../../utils/core/forms/secret.ts';
import { makeManualPlan } from '../../core/manual/manual-setup.ts';
import { all, found, press, the, unmount } from '../render-setup.tsx';
import { field, fill, openPage, page, pressConnect, problem, startConnecting, status, type } from './connect-setup.tsx';

beforeEach(() => startConnecting());
afterEach(unmount);

const entriesSent = () => page.sent.map(({ payload }) => payload.entries);
const offered = () => page.providers.filter(({ isSelectable }) => isSelectable);

describe('a form', () => {
  test.each(['en', 'zh_CN'] as const)('has a name for each field, and for each choice, in %s', async (language) => {
    await startConnecting(language);
    for (const { id, fields } of offered()) {
      await openPage({ provider: id });
      const labels = found('.form-field label, .page-check, legend');
      expect(labels.length).toBeGreaterThanOrEqual(askedFields(fields, {}).length);
      expect(labels.filter((label) => label.textContent.trim() === '')).toEqual([]);
      expect(found('.form-field label').every((label) => (label as HTMLLabelElement).control !== null)).toBe(true);
      expect(found('option').filter(({ textContent }) => textContent === '')).toEqual([]);
      await unmount();
    }
  });

  test('says whom it is for and what it asks, and where its secret is made', async () => {
    await openPage({ provider: 'cheaperesim' });
    expect(found('main > p').map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['For travel eSIMs bought there.', expect.stringContaining('It can only read.')]),
    );
    const link = found('main > .link')[0];
    expect([link?.textContent, link?.getAttribute('href')]).toEqual([
      ...['Get it at cheaperesim.com', 'https://cheaperesim.com/dashboard/api-tokens'],
    ]);
    expect([link?.getAttribute('target'), link?.getAttribute('rel')]).toEqual(['_blank', 'noreferrer']);
  });

  test('hides each secret as it is typed, and no other entry', async () => {
    for (const { id, fields } of offered()) {
      await openPage({ provider: id });
      const hidden = found('input').filter((input) => (input as HTMLInputElement).type === 'password');
      const secrets = fields.filter(isSecret);
      expect(hidden.map((input) => input.getAttribute('name'))).toEqual(secrets.map(({ name }) => name));
      expect(hidden.every((input) => input.getAttribute('autocomplete') === 'off')).toBe(true);
      await unmount();
    }
  });

  test('does not keep a secret for whoever chooses another provider', async () => {
    await openPage({ provider: 'hologram' });
    await fill({ deviceId: '69063', key: 'hologram-key' });
    await press('back');
    all('provider')
      .find(({ dataset }) => dataset.providerId === 'hologram')
      ?.click();
    await vi.waitFor(() => expect(field('key').value).toBe(''));
  });

  test('marks what need not be filled in, in words and for screen readers', async () => {
    await openPage({ provider: 'huawei-hilink' });
    const [address, quota] = found('.form-field label').map(({ textContent }) => textContent);
    expect([address?.includes('(optional)'), quota?.includes('(optional)')]).toEqual([false, true]);
    expect(['address', 'quota'].map((name) => field(name).getAttribute('aria-required'))).toEqual(['true', 'false']);
    expect(field('address').value).toBe('http://192.168.8.1');
  });
});

describe('what is wrong', () => {
  test('is said beside each field, read out with it, and the first one has the focus; nobody is asked', async () => {
    await openPage({ provider: 'hologram' });
    await fill({ deviceId: '69 063' });
    await pressConnect();
    expect([problem('deviceId'), problem('key')]).toEqual([
      ...['Letters, digits and dashes alone, please, without spaces.', 'This is needed.'],
    ]);
    for (const name of ['deviceId', 'key']) {
      expect(field(name).getAttribute('aria-invalid')).toBe('true');
      const described = field(name).getAttribute('aria-describedby')?.split(' ') ?? [];
      expect(described).toContain(the(`problem-${name}`).id);
      expect(described.every((id) => document.getElementById(id) !== null)).toBe(true);
    }
    await vi.waitFor(() => expect(document.activeElement).toBe(field('deviceId')));
    expect([page.requested, page.sent, status()]).toEqual([[], [], '']);
  });

  test('is judged anew as it is typed; what was not tried yet is left alone', async () => {
    await openPage({ provider: 'hologram' });
    await fill({ deviceId: '69 063' });
    expect(problem('deviceId')).toBe('');
    await pressConnect();
    await fill({ deviceId: '69/063' });
    expect(problem('deviceId')).not.toBe('');
    await fill({ deviceId: '69063' });
    expect([problem('deviceId'), field('deviceId').getAttribute('aria-invalid'), problem('key')]).toEqual([
      ...['', 'false', 'This is needed.'],
    ]);
  });

  test('in a part that is folded away opens it', async () => {
    await openPage({ provider: 'manual' });
    const more = () => found('details')[0] as HTMLDetailsElement;
    expect(more().open).toBe(false);
    await fill({ name: 'Prepaid', left: '1', graceDays: 'ten' });
    await pressConnect();
    expect([more().open, problem('graceDays')]).toEqual([true, expect.stringContaining('from 0 to 365')]);
    await vi.waitFor(() => expect(document.activeElement).toBe(field('graceDays')));
    expect(page.sent).toEqual([]);
  });

  test('of two parts is said of both', async () => {
    await openPage({ provider: 'manual' });
    await fill({ name: 'Prepaid', left: '1', quota: 'much', price: '99' });
    await pressConnect();
    expect([problem('quota'), problem('price')]).toEqual([
      ...[expect.stringContaining('not an amount'), expect.stringContaining('not a price')],
    ]);
  });
});

describe('what was entered', () => {
  test('is sent as it was typed, amounts and prices with their units', async () => {
    await openPage({ provider: 'manual' });
    await fill({ name: 'Prepaid', quota: '3', left: '500', price: '99,50', link: 'axis.example/renew', gb: '1024' });
    await type('field-left-unit', 'MB');
    await type('field-price-unit', 'sek');
    await pressConnect();
    expect(
      page.sent.map(({ type, payload }) => [type, payload.providerId, payload.accountId, payload.foundId]),
    ).toEqual([['connectWithForm', 'manual', null, null]]);
    expect(entriesSent()).toMatchObject([
      { name: 'Prepaid', quota: '3 GB', left: '500 MB', price: '99,50 SEK', link: 'axis.example/renew', gb: '1024' },
    ]);
  });

  test('has no unit where there is no figure', async () => {
    await openPage({ provider: 'manual' });
    await fill({ name: 'Prepaid', left: '1', quota: '3' });
    await fill({ quota: '' });
    await type('field-quota-unit', 'MB');
    await pressConnect();
    expect(entriesSent()).toMatchObject([{ quota: '' }]);
  });
});

describe('a change', () => {
  const endpoints = { name: 'Prepaid', quota: '3 GB', left: '1 GB', dial: '*123#', gb: '1024', key: 'k' };
  const seller = {
    ...defaultSeller('manual', 'Prepaid'),
    byteUnit: 1024 as const,
    manualPlan: makeManualPlan({ quotaBytes: 3 * 2 ** 30 }),
  };
  const account = { id: 'a1', seller: { ...seller, endpoints }, accountKey: null, addedAt: 0 };
  const openChange = async (saved: object = account) => {
    await fakeBrowser.storage.local.set({ [keys.account('a1').name]: saved });
    await openPage({ change: 'a1' });
  };

  test('begins with what was entered before, but for what is left, which is asked anew', async () => {
    await openChange();
    expect(found('h1')[0]?.textContent).toBe('Change what you entered');
    expect(the('connect').textContent).toBe('Save');
    expect(all('back')).toEqual([]);
    expect(['name', 'quota', 'left', 'dial', 'gb'].map((name) => field(name).value)).toEqual([
      ...['Prepaid', '3', '', '*123#', '1024'],
    ]);
  });

  test('is sent for the account it is of, without asking the browser for anything', async () => {
    await openChange();
    await fill({ quota: '10' });
    expect(await pressConnect()).toBe(0);
    expect(page.sent).toMatchObject([
      { type: 'connectWithForm', payload: { accountId: 'a1', entries: { name: 'Prepaid', quota: '10 GB', left: '' } } },
    ]);
  });

  test('at a seller found by its address asks for its figures alone, and speaks of it by its name', async () => {
    page.connect = async () => ({ kind: 'failure', failure: { kind: 'no-answer' } });
    const found = {
      ...defaultSeller('static', 'Axis'),
      manualPlan: makeManualPlan(),
      endpoints: { quota: '3 GB', offersUrl: 'x', key: 'k' },
    };
    await openChange({ ...account, seller: found });
    expect([all('field-name'), field('quota').value]).toEqual([[], '3']);
    expect([...document.querySelectorAll('main > p')].filter(({ textContent }) => textContent === '')).toEqual([]);
    await pressConnect();
    expect(page.sent).toMatchObject([
      { payload: { providerId: 'static', accountId: 'a1', entries: { quota: '3 GB' } } },
    ]);
    expect(status()).toContain('No answer from Axis.');
  });

  test('of an account that is gone shows the list', async () => {
    await openPage({ change: 'a1' });
    expect(all('provider').length).toBeGreaterThan(5);
  });
});

test('7.8 it is said at the field that 1NCE’s login is kept, for how long it serves, and what to do', async () => {
  await openPage({ provider: '1nce' });
  expect(document.body.textContent).toContain('Gigabar keeps this login on this computer');
  expect(document.body.textContent).toContain('make an API user for Gigabar alone');
});
