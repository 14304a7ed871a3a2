import { describe, expect, test } from 'vitest';
import { defaultSeller } from '../../../utils/core/accounts/account.ts';
import type { UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import { dayMs, minuteMs } from '../../../utils/core/values/time.ts';
import type { HttpResponse } from '../../../utils/providers/adapter/provider.ts';
import { providerError } from '../../../utils/providers/http/provider-error.ts';
import { toFailure } from '../../../utils/providers/http/to-failure.ts';
import { telekomDatapass } from '../../../utils/providers/telekom-datapass.ts';
import { recordedClient } from './recorded-http.ts';

/* A body recorded in 2025, and what other clients have seen. */

const recorded = {
  sessionState: 0,
  nextUpdate: 10800,
  subscriptions: ['speedon', 'roamLikeHome'],
  title: '',
  passName: 'Ihr Telekom Datentarif',
  passStage: 1,
  validityPeriod: 2,
  initialVolume: 64424509440,
  initialVolumeStr: '60 GB',
  usedVolume: 1561061456,
  usedPercentage: 3,
  usedVolumeStr: '1,45 GB',
  usedAt: 1759877719000,
  remainingSeconds: 2073351,
  remainingTimeStr: '23 Tage 23 Std.',
  passType: 103,
};
/** The end that this body counts down to: the first moment of November 2025 in Berlin. */
const monthEnd = Date.UTC(2025, 9, 31, 23);
const receivedAt = monthEnd - recorded.remainingSeconds * 1000;

const { seller } = telekomDatapass.form.toConnection(defaultSeller('telekom-datapass', 'Telekom'));

const clientOf = (answer: unknown, some: Partial<HttpResponse> = {}) =>
  recordedClient(() => answer, { receivedAt, ...some });

const read = (answer: unknown, some?: Partial<HttpResponse>, previous: UsageSnapshot | null = null) =>
  telekomDatapass.readCards(clientOf(answer, some).client, seller, previous);
const cardOf = async (answer: unknown, some?: Partial<HttpResponse>, previous?: UsageSnapshot | null) =>
  (await read(answer, some, previous)).cards[0];
const balanceOf = async (answer: unknown) => (await cardOf(answer))?.plans[0]?.modules[0]?.balance;
const endOf = async (answer: unknown, some?: Partial<HttpResponse>, previous?: UsageSnapshot | null) =>
  (await cardOf(answer, some, previous))?.plans[0]?.expiresAt;

test('the recorded body is read from the one address there is, with nothing added', async () => {
  const { client, calls } = clientOf(recorded);
  const snapshot = await telekomDatapass.readCards(client, seller, null);
  expect(calls).toEqual([{ url: 'https://pass.telekom.de/api/service/generic/v1/status' }]);
  expect(snapshot).toMatchObject({ floorMs: 10_800_000, measuredAt: recorded.usedAt, checkedAt: receivedAt });
  expect(snapshot.cards).toHaveLength(1);
  expect(snapshot.cards[0]).toMatchObject({
    key: 'datapass',
    title: 'Ihr Telekom Datentarif',
    measuredAt: recorded.usedAt,
    link: { kind: 'page', url: 'https://pass.telekom.de/', cost: null },
    plans: [
      {
        expiresAt: monthEnd,
        modules: [
          {
            balance: {
              kind: 'known',
              quotaBytes: 60 * 2 ** 30,
              remainingBytes: 64424509440 - 1561061456,
              reservedBytes: 0,
            },
          },
        ],
      },
    ],
  });
});

test('it asks for nothing, and its page may be opened', () => {
  expect(telekomDatapass.form.fields).toEqual([]);
  expect(telekomDatapass.form.toConnection(defaultSeller('telekom-datapass', 'Telekom'))).toMatchObject({
    seller: { origin: 'https://pass.telekom.de', byteUnit: 1024, checkoutOrigins: ['https://pass.telekom.de'] },
    secret: null,
  });
});

describe('the end', () => {
  test.each([
    ['runs from the answer, however old the figures are', { usedAt: receivedAt - 3 * 3_600_000 }, monthEnd],
    ['may be a text', { remainingSeconds: String(recorded.remainingSeconds) }, monthEnd],
    ['is past where it is counted below nothing', { remainingSeconds: -3600 }, receivedAt - 3_600_000],
    ['is not told by nothing', { remainingSeconds: 0 }, null],
    ['is not told by −1', { remainingSeconds: -1 }, null],
    ['is not told by a time no calendar has', { remainingSeconds: 1e15 }, null],
    ['is not told by the German text', { remainingSeconds: undefined }, null],
  ])('%s', async (_what, some, end) => {
    const expiresAt = await endOf({ ...recorded, ...some });
    if (end === null) expect(expiresAt).toBeNull();
    else expect(Math.abs((expiresAt ?? 0) - end)).toBeLessThan(minuteMs);
  });

  test('is by the seller’s clock where ours is wrong', async () => {
    const headers = new Headers({ date: new Date(receivedAt).toUTCString() });
    expect(await endOf(recorded, { headers, receivedAt: receivedAt + 2 * dayMs })).toBe(monthEnd);
  });

  test('stays what it was while answers take their time, and never creeps', async () => {
    let previous = await read({ ...recorded, remainingSeconds: recorded.remainingSeconds + 31 });
    const first = previous.cards[0]?.plans[0]?.expiresAt;
    for (const late of [-40, 0, 29, 31, 90, 200]) {
      previous = await read({ ...recorded, remainingSeconds: recorded.remainingSeconds + late }, {}, previous);
      expect(previous.cards[0]?.plans[0]?.expiresAt).toBe(first);
    }
  });

  test('is a new one after a renewal', async () => {
    const previous = await read(recorded);
    const renewed = { ...recorded, remainingSeconds: recorded.remainingSeconds + 30 * 86_400 };
    expect(await endOf(renewed, {}, previous)).toBe(monthEnd + 30 * dayMs);
  });
});

describe('what is left', () => {
  const { initialVolume: _i, usedVolume: _u, ...bare } = recorded;

  test.each([
    ['is without limit where the name says so and volumes are absent', { ...bare, passName: 'DayFlat unlimited' }],
    ['is without limit in any spelling of the name', { ...recorded, passName: 'Magenta UNLIMITED' }],
    ['is without limit from 2^53 on', { ...recorded, initialVolume: '9223372036854775807' }],
  ])('%s', async (_what, body) => {
    expect(await balanceOf(body)).toEqual({ kind: 'unlimited' });
  });

  test.each([
    ['without volumes', bare],
    ['without what was used, whatever the texts say', { ...recorded, usedVolume: undefined }],
    ['with a volume of null', { ...recorded, initialVolume: null }],
    ['with an empty volume', { ...recorded, usedVolume: '' }],
    ['with a negative volume', { ...recorded, usedVolume: -1 }],
  ])('is unknown %s', async (_what, body) => {
    expect(await balanceOf(body)).toEqual({ kind: 'unknown' });
  });

  test('is nothing where more was used than there was', async () => {
    expect(await balanceOf({ ...recorded, usedVolume: '64424509441' })).toMatchObject({ remainingBytes: 0 });
  });
});

test.each([
  ['the seller is the title of a pass without a name', { passName: '  ' }, { title: 'Telekom' }],
  ['the answer is the time of measuring where none is told', { usedAt: null }, { measuredAt: receivedAt }],
  ['a time in seconds is none', { usedAt: 1759877719 }, { measuredAt: receivedAt }],
  ['a time to come is the answer’s', { usedAt: receivedAt + dayMs }, { measuredAt: receivedAt }],
])('%s', async (_what, some, card) => {
  expect(await cardOf({ ...recorded, ...some })).toMatchObject(card);
});

test.each([
  [undefined, 0],
  ['600', 600_000],
  [10 * 86_400, dayMs],
])('a next update after %s is a pace of %i', async (nextUpdate, floorMs) => {
  expect((await read({ ...recorded, nextUpdate })).floorMs).toBe(floorMs);
});

describe('on another network', () => {
  test.each([
    ['a page', '\n<!DOCTYPE html><html><body>Bitte WLAN ausschalten</body></html>'],
    ['a redirect', providerError(0)],
    ['a refusal', providerError(401)],
    ['a ban', providerError(403)],
    ['no answer at all', new TypeError('Failed to fetch')],
  ])('%s says that the computer is elsewhere', async (_what, answer) => {
    const error = await read(answer).catch((thrown) => thrown);
    expect(toFailure(error, receivedAt, true, telekomDatapass.isLocalNetwork)).toEqual({ kind: 'away' });
  });

  test.each([
    ['a body with neither name nor volume', { title: '' }, 'unreadable'],
    ['no JSON', 'Bitte WLAN ausschalten', 'unreadable'],
    ['a server in trouble', providerError(503), 'seller-down'],
  ])('%s is no sign of that', async (_what, answer, kind) => {
    const error = await read(answer).catch((thrown) => thrown);
    expect(toFailure(error, receivedAt, true, telekomDatapass.isLocalNetwork).kind).toBe(kind);
  });
});
