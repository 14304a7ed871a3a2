// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ModuleList } from '../../../../../components/popup/details/ModuleList.tsx';
import { dateTimeText } from '../../../../../utils/browser/i18n.ts';
import type { Card, Module, Plan } from '../../../../../utils/core/usage/card.ts';
import type { DisplayMode } from '../../../../../utils/core/usage/card-balance.ts';
import { dayMs, hourMs } from '../../../../../utils/core/values/time.ts';
import { cardOf, healthy, moduleOf, now, shownOf } from '../../popup-setup.ts';
import { all, found, renderPage, startRendering, unmount } from '../../render-setup.tsx';

beforeEach(startRendering);
afterEach(unmount);

const { account, snapshot } = shownOf(healthy);
if (!account || !snapshot) throw new Error('no account');
const { seller } = account;

const known = (remainingBytes: number, quotaBytes: number) => ({
  kind: 'known' as const,
  ...{ remainingBytes, quotaBytes, reservedBytes: 0 },
});
const part = (name: string, some: Partial<Module> = {}): Module => ({
  ...moduleOf(known(1e9, 2e9)),
  ...{ id: name, name },
  ...some,
});
const [plan] = healthy.plans;
if (!plan) throw new Error('no plan');
const planOf = (id: string, modules: Module[], some: Partial<Plan> = {}): Plan => ({ ...plan, id, modules, ...some });
const cardWith = (...plans: Plan[]): Card => ({ ...healthy, plans });

const show = (card: Card, view: DisplayMode = 'left', skewMs = 0) =>
  renderPage(<ModuleList card={card} snapshot={{ ...snapshot, skewMs }} seller={seller} view={view} now={now} />);
const rows = (testId: string) =>
  found(`[data-testid="${testId}"] > li`).map(({ children }) => [...children].map(({ textContent }) => textContent));

test('the parts of the figure are listed with their ends, apart from what is not included', async () => {
  const video = part('Video', { categories: ['video'] });
  await show(cardWith(planOf('eu', [part('Main'), part('Bonus', { expiresAt: now + dayMs }), video])));
  expect(rows('modules')).toEqual([
    ['Main', '1 GB left of 2 GB', '', `until ${dateTimeText(now + 11 * dayMs, now)}`],
    ['Bonus', '1 GB left of 2 GB', '', `expires first, ${dateTimeText(now + dayMs, now)}`],
  ]);
  expect(rows('modules-apart')).toEqual([['Video', '1 GB left of 2 GB', '', 'Video only']]);
});

test('7.10 of plans and parts that are too many it is said how many are not counted', async () => {
  await show({ ...cardWith({ ...plan, omittedModules: 1200 }, plan), omittedPlans: 3 });
  expect(all('omitted-parts').map(({ textContent }) => textContent)).toEqual([
    'Not all of it is counted: Axis lists more plans and parts than Gigabar takes in. Left out: 1,203.',
  ]);
  await show(cardWith(plan));
  expect(all('omitted-parts')).toEqual([]);
});

test('what is over is not listed', async () => {
  const expired = [
    planOf('old', [part('Old')], { state: 'expired' }),
    planOf('past', [part('Past')], { expiresAt: now - 1 }),
    planOf('eu', [part('Main'), part('Ended', { state: 'expired' }), part('Late', { expiresAt: now })]),
  ];
  await show(cardWith(...expired));
  expect(rows('modules').map(([name]) => name)).toEqual(['Main']);
  expect(all('modules-apart')).toEqual([]);
});

test('times are by our clock where the seller’s is ahead', async () => {
  await show(cardWith(planOf('eu', [part('Main'), part('Bonus', { expiresAt: now + dayMs })])), 'left', hourMs);
  expect(rows('modules')[1]?.at(-1)).toBe(`expires first, ${dateTimeText(now + dayMs - hourMs, now)}`);
});

test('in the view of what is used the parts say so, and what is not counted says what it has', async () => {
  const video = part('Video', { categories: ['video'], balance: known(0.5e9, 2e9) });
  await show(cardWith(planOf('eu', [part('Main', { balance: known(0.5e9, 2e9) }), part('Bonus'), video])), 'used');
  expect(rows('modules').map(([, amount]) => amount)).toEqual(['1.5 GB used of 2 GB', '1 GB used of 2 GB']);
  expect(rows('modules-apart').map(([, amount]) => amount)).toEqual(['500 MB left of 2 GB']);
  expect(found('.module-bar i').map(({ style }) => style.getPropertyValue('inline-size'))).toEqual([
    '75%',
    '50%',
    '25%',
  ]);
});

test('nothing expires first where all ends at one time, or the part that ends first is used up', async () => {
  const used = part('Bonus', { expiresAt: now + dayMs, balance: known(0, 2e9) });
  for (const second of [part('Bonus'), used]) {
    await show(cardWith(planOf('eu', [part('Main'), second])));
    expect(document.body.textContent).not.toContain('expires first');
  }
});

test('a card of one part has it listed with what there is to know of it', async () => {
  await show(cardWith(planOf('eu', [part('Main', { overUsage: 'throttled', maxRateKbps: 128 })])));
  const until = `until ${dateTimeText(now + 11 * dayMs, now)}`;
  expect(rows('modules')).toEqual([['Main', '1 GB left of 2 GB', '', `${until} · slows to 128 kbit/s after 2 GB`]]);
});

test('what can be used in some of the regions alone is said apart', async () => {
  const home = planOf('home', [part('Home')], { regions: ['SE', 'NO'] });
  await show(cardWith(home, planOf('asia', [part('Asia')], { regions: ['JP'] })));
  expect(all('regional-part').map(({ textContent }) => textContent)).toEqual([
    '1 GB of it only in Norway and Sweden',
    '1 GB of it only in Japan',
  ]);
  await show(cardWith(home));
  expect(all('regional-part')).toEqual([]);
});

test('a part whose balance is not told is listed and said, unless nothing at all is told', async () => {
  const unknown = part('Untold', { balance: { kind: 'unknown' } });
  await show(cardWith(planOf('eu', [part('Main'), unknown])));
  expect(rows('modules')[1]?.slice(0, 2)).toEqual(['Untold', 'not told']);
  expect(document.body.textContent).toContain('Axis does not say how much one part holds.');
  await show(cardOf({ kind: 'unknown' }));
  expect(document.body.textContent).not.toContain('how much one part holds');
});
