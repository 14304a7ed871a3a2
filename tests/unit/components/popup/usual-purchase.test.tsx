// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Popup } from '../../../../components/popup/Popup.tsx';
import { type Account, defaultSeller, type UsualPurchase } from '../../../../utils/core/accounts/account.ts';
import { healthy, now, shownOf } from '../popup-setup.ts';
import { renderPage, startRendering, the, unmount } from '../render-setup.tsx';

beforeEach(startRendering);
afterEach(unmount);

const euros = (units: string, nanos = 0) => ({ currency: 'EUR', units, nanos });

async function open(usualPurchase: UsualPurchase): Promise<void> {
  const topUpUrl = 'https://pay.carrier.example/topup';
  const page = { isKeptUpToDate: true, namesAccount: true, topUpUrl, usualPurchase };
  const account = { ...shownOf(healthy).account, seller: { ...defaultSeller('page', 'My carrier'), page } } as Account;
  const shown = shownOf(healthy, { account, offers: null });
  await renderPage(<Popup shown={shown} now={now} show={() => undefined} />);
}

test.each<[string, UsualPurchase, string]>([
  [
    'plan, amount and price, and where it leads',
    { planName: 'Big', amount: { value: 10, unit: 'GB' }, cost: euros('10') },
    'Renew Big · 10 GBpay.carrier.example€10.00',
  ],
  [
    'an amount alone, and where it leads',
    { planName: null, amount: { value: 1.5, unit: 'GB' }, cost: null },
    'Renew 1.5 GBpay.carrier.example',
  ],
  [
    'where it leads, and a price',
    { planName: null, amount: null, cost: euros('9', 900_000_000) },
    'Renew at pay.carrier.example€9.90',
  ],
])('Renew names %s, and says that I have entered it', async (_, usual, text) => {
  await open(usual);
  const button = the('renew-at-page');
  expect(button.textContent).toBe(text);
  const described = document.getElementById(button.getAttribute('aria-describedby') ?? '');
  expect(described?.textContent).toBe('As you entered it. The page may say otherwise.');
});
