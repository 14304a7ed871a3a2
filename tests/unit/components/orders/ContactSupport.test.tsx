// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ContactSupport } from '../../../../components/orders/support/ContactSupport.tsx';
import { type SupportCase, supportText } from '../../../../components/orders/support/support-report.ts';
import type { Seller } from '../../../../utils/core/accounts/account.ts';
import { hourMs, minuteMs } from '../../../../utils/core/values/time.ts';
import { makeOrder } from '../../support/builders.ts';
import { setLocale } from '../../support/i18n.ts';
import { healthy, now, shownOf } from '../popup-setup.ts';
import { all, found, press, renderPage, startRendering, the, unmount } from '../render-setup.tsx';

beforeEach(startRendering);
afterEach(unmount);
afterEach(() => vi.unstubAllGlobals());

const allChannels = { url: 'https://axis.example/help', email: 'help@axis.example', phone: '+46 8 000 00 00' };
const noChannels = { url: null, email: null, phone: null };

const paid = makeOrder({
  ...{ id: 'ord-77', state: 'paid', sellerStatus: 'paid', confirmationCode: 'AX-20418' },
  ...{ createdAt: now - 2 * hourMs, paidAt: now - 110 * minuteMs, changedAt: now - 110 * minuteMs },
  ...{ polledAt: now - 5 * minuteMs, pollCount: 12, checkoutOpenCount: 2 },
  balanceBefore: { kind: 'known', leftBytes: 150_000_000, totalBytes: 3e9 },
});

function caseOf(seller: Partial<Seller> = {}, some: Partial<SupportCase> = {}): SupportCase {
  const { account } = shownOf(healthy);
  if (!account) throw new Error('No account');
  return {
    order: paid,
    cardTitle: 'Axis Europe',
    cardNumber: '•••• 4711',
    seller: { ...account.seller, support: allChannels, ...seller },
    balanceNow: { kind: 'known', leftBytes: 140_000_000, totalBytes: 3e9 },
    measuredAt: now - 3 * minuteMs,
    now,
    ...some,
  };
}

const open = (some: SupportCase) => renderPage(<ContactSupport {...some} />);
const facts = () =>
  Object.fromEntries(
    found('[data-testid=support-facts] > div').map((row) => [
      row.querySelector('dt')?.textContent,
      row.querySelector('dd')?.textContent,
    ]),
  );
const href = (testId: string) => the(testId).getAttribute('href');
const statusText = () => found('[role=status]')[0]?.textContent;
function clipboard(writeText: (text: string) => Promise<void>): void {
  vi.stubGlobal('navigator', { clipboard: { writeText } });
}

test('every fact that support asks for is there, each time with its date and zone', async () => {
  await open(caseOf());
  const aTime = /^\d+ Nov 2026, \d\d:\d\d:\d\d \S+$/;
  expect(facts()).toEqual({
    'Order number': 'ord-77',
    'Confirmation code': 'AX-20418',
    Card: 'Axis Europe (•••• 4711)',
    Plan: 'Europe 3 GB',
    Price: 'SEK\u00a099.00',
    'How it stands': 'Paid, not credited yet',
    Ordered: expect.stringMatching(aTime),
    Paid: expect.stringMatching(aTime),
    'Left before the order': '150 MB',
    'Left now': expect.stringMatching(/^140 MB, as of \d+ Nov 2026, \d\d:\d\d:\d\d \S+$/),
    'Status asked for': expect.stringMatching(/^12×, last \d+ Nov 2026, \d\d:\d\d:\d\d \S+$/),
    'Payment page opened': '2×',
  });
});

test('what the seller calls credited and the balance does not show is said so, and when it was reported', async () => {
  const baseline = { heldBytes: 1, quotaBytes: 1, endsAt: null, plans: [], isUnlimited: false, isActive: true };
  await open(
    caseOf({}, { order: { ...paid, state: 'credited', sellerStatus: 'credited', baseline }, cardNumber: null }),
  );
  expect(facts()).toMatchObject({
    Card: 'Axis Europe',
    'How it stands': 'Credited, Axis says, but the balance does not show it',
    'Reported as credited': expect.stringContaining('2026'),
  });
});

test('what is not known is left out', async () => {
  const order = makeOrder({ state: 'unknown', createdAt: now, changedAt: now });
  await open(caseOf({}, { order, measuredAt: null, balanceNow: { kind: 'unknown' } }));
  expect(facts()).toMatchObject({ 'Left now': 'Unknown', 'Left before the order': 'Unknown' });
  const names = Object.keys(facts());
  for (const name of ['Paid', 'Confirmation code', 'Status asked for', 'Payment page opened']) {
    expect(names).not.toContain(name);
  }
});

test('each way the seller tells is one click away, and leaves the popup', async () => {
  await open(caseOf());
  expect(href('support-page')).toBe('https://axis.example/help');
  expect(href('support-call')).toBe('tel:+4680000000');
  const mail = new URL(href('support-mail') ?? '');
  expect(mail.pathname).toBe('help@axis.example');
  expect(mail.searchParams.get('subject')).toBe('Order ord-77: Paid, not credited yet');
  expect(mail.searchParams.get('body')?.split('\r\n')).toContain('Order number: ord-77');
  for (const link of found('.support a')) {
    expect([link.getAttribute('target'), link.getAttribute('rel')]).toEqual(['_blank', 'noreferrer']);
  }
});

test.each(['en', 'zh_CN'] as const)('a draft in %s holds all of the facts', async (language) => {
  await setLocale(language);
  await open(caseOf());
  const body = new URL(href('support-mail') ?? '').searchParams.get('body');
  expect(body).toBe(supportText(caseOf()).lines.join('\r\n'));
});

test('the account page is offered where nothing else is told, and a page that is not safe never', async () => {
  await open(caseOf({ support: noChannels, accountUrl: 'https://axis.example/me' }));
  expect(href('support-page')).toBe('https://axis.example/me');
  await open(caseOf({ support: { ...noChannels, url: 'javascript:alert(1)' }, accountUrl: 'http://axis.example' }));
  expect(all('support-page')).toEqual([]);
  expect(the('support').textContent).toContain('Axis has not told Gigabar how to reach its support');
  expect(all('support-copy')).toHaveLength(1);
});

test('the facts are copied as a text, and that is said', async () => {
  const texts: string[] = [];
  clipboard(async (text) => void texts.push(text));
  await open(caseOf());
  expect(statusText()).toBe('');
  await press('support-copy');
  await vi.waitFor(() => expect(statusText()).toBe('Copied.'));
  const { subject, lines } = supportText(caseOf());
  expect(texts).toEqual([[subject, '', ...lines].join('\n')]);
  expect(texts[0]).toContain('Confirmation code: AX-20418');
});

test('where copying is not allowed the text is shown, selected, to copy by hand', async () => {
  clipboard(() => Promise.reject(new Error('NotAllowedError')));
  await open(caseOf());
  await act(() => the('support-copy').click());
  await vi.waitFor(() => expect(document.activeElement).toBe(found('textarea')[0]));
  expect(statusText()).toContain('did not let Gigabar copy');
  const [area] = found('textarea') as HTMLTextAreaElement[];
  expect(area?.value).toContain('ord-77');
  expect(area?.selectionEnd).toBe(area?.value.length);
});

test('plan and price of an order at a page are told as the user’s own words', async () => {
  const page = { isKeptUpToDate: true, namesAccount: true, topUpUrl: 'https://axis.example/pay', usualPurchase: null };
  const cost = { currency: 'EUR', units: '10', nanos: 0 };
  const order = { ...paid, planId: page.topUpUrl, planName: 'Big', quotaBytes: 10e9, cost };
  await open(caseOf({ page }, { order }));
  expect(facts()).toMatchObject({ Plan: 'Big · 10 GB (as I entered it)', Price: '€10.00 (as I entered it)' });
  await unmount();
  const untold = { ...order, planName: 'axis.example', quotaBytes: null, cost: null };
  await open(caseOf({ page }, { order: untold }));
  expect(facts()).toMatchObject({ Plan: 'axis.example' });
  expect(facts()).not.toHaveProperty('Price');
});
