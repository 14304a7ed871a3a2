import { describe, expect, test } from 'vitest';
import { providerError } from '../../../../utils/providers/http/provider-error.ts';
import { error, failureOf, gib, hilinkHotspot, known, paths, readHilink, startDate } from './hilink-recorded.ts';

/* The limit, the month and since when the counters count. */

test.each([
  ['200GB', 200 * gib],
  ['1000MB', 1000 * 2 ** 20],
  ['20000 mb', 20_000 * 2 ** 20],
  ['1.5GB', 1.5 * gib],
  ['10.3GB', 10.3 * gib],
  ['1TB', 1024 * gib],
])('a limit of "%s" counts by 1024', async (limit, quotaBytes) => {
  const { plan } = await readHilink(startDate(`<DataLimit>${limit}</DataLimit>`), { quota: '5 GB' });
  expect(plan?.modules[0]?.balance).toEqual(known(quotaBytes));
});

test.each([
  ['is 0MB', '<DataLimit>0MB</DataLimit>'],
  ['is empty', '<DataLimit></DataLimit>'],
  ['makes no sense', '<DataLimit>plenty</DataLimit>'],
  ['is left out', '<DataLimit/>'],
  ['is switched off', '<DataLimit>200GB</DataLimit><SetMonthData>0</SetMonthData>'],
])('where the limit %s, what was typed counts, and without that nothing is known', async (_, tags) => {
  const typed = await readHilink(startDate(tags), { quota: '20 GB' });
  expect(typed.plan?.modules[0]?.balance).toEqual(known(20 * gib));
  expect((await readHilink(startDate(tags))).plan?.modules[0]?.balance).toEqual({ kind: 'unknown' });
});

test.each([
  ['is left out', ''],
  ['makes no sense', '<DataLimit>plenty</DataLimit>'],
])('8.13 where the limit as a text %s, the one in bytes counts', async (_, tags) => {
  const { plan } = await readHilink(startDate(`${tags}<trafficmaxlimit>214748364800</trafficmaxlimit>`));
  expect(plan?.modules[0]?.balance).toEqual(known(200 * gib));
});

test('8.13 a limit of 0MB is none, whatever there is in bytes', async () => {
  const { plan } = await readHilink(
    startDate('<DataLimit>0MB</DataLimit><trafficmaxlimit>214748364800</trafficmaxlimit>'),
  );
  expect(plan?.modules[0]?.balance).toEqual({ kind: 'unknown' });
});

const clearedOn = (date: string) => ({
  [paths.month]: `<response><CurrentMonthDownload>1</CurrentMonthDownload><CurrentMonthUpload>1</CurrentMonthUpload><MonthLastClearTime>${date}</MonthLastClearTime></response>`,
});

test.each([
  ['2027-2-9', [2027, 1, 9]],
  ['2027-02-09', [2027, 1, 9]],
  ['2027-2-15', [2027, 1, 15]],
  ['2027-2-1', [2027, 1, 1]],
  ['2019-10-29', [2027, 1, 1]],
  ['2027-2-16', [2027, 1, 1]],
  ['2027-2-31', [2027, 1, 1]],
  ['9-2-2027', [2027, 1, 1]],
  ['', [2027, 1, 1]],
] as [string, [number, number, number]][])(
  '8.13 counters cleared on "%s" count from then where that is within the month, and the month ends as ever',
  async (date, starts) => {
    const { plan } = await readHilink(clearedOn(date));
    const endsAt = new Date(2027, 2, 1).getTime();
    expect([plan?.startsAt, plan?.modules[0]?.expiresAt]).toEqual([new Date(...starts).getTime(), endsAt]);
  },
);

test.each([
  ['15', [2027, 1, 15], [2027, 2, 15]],
  ['016', [2027, 0, 16], [2027, 1, 16]],
  ['31', [2027, 0, 31], [2027, 1, 28]],
  ['0', [2027, 1, 1], [2027, 2, 1]],
  ['32', [2027, 1, 1], [2027, 2, 1]],
  ['', [2027, 1, 1], [2027, 2, 1]],
] as [string, [number, number, number], [number, number, number]][])(
  'a start day of "%s" is taken by the clocks here',
  async (day, starts, ends) => {
    const { plan } = await readHilink(startDate(`<StartDay>${day}</StartDay><DataLimit>1GB</DataLimit>`));
    const [module] = plan?.modules ?? [];
    expect([plan?.startsAt, module?.expiresAt]).toEqual([new Date(...starts).getTime(), new Date(...ends).getTime()]);
  },
);

test('8.13 a limit that was read while somebody was signed in holds once that is over, whatever was entered', async () => {
  const signedIn = startDate('<StartDay>9</StartDay><DataLimit>5GB</DataLimit>');
  const { snapshot, plan: before } = await readHilink(signedIn, { quota: '8 GB' });
  const { plan } = await readHilink({ [paths.start]: error(100003) }, { quota: '8 GB' }, snapshot);
  expect(plan).toEqual(before);
  expect(plan?.modules[0]?.balance).toEqual(known(5 * gib));
});

describe('8.13 without an answer about the limit', () => {
  test.each([
    ['100002', error(100002)],
    ['100003', error(100003)],
    ['100006', error(100006)],
    ['404', providerError(404)],
  ])('(%s) the counters are read', async (_, start) => {
    const typed = await readHilink({ [paths.start]: start }, { quota: '20 GB' });
    expect(typed.plan?.modules[0]).toMatchObject({
      balance: known(20 * gib),
      expiresAt: new Date(2027, 2, 1).getTime(),
    });
    expect((await readHilink({ [paths.start]: start })).plan?.modules[0]?.balance).toEqual({ kind: 'unknown' });
  });

  test.each([
    [100004, 'seller-down'],
    [125003, 'locked'],
  ])('for another reason (%i) it is a failure', async (code, kind) => {
    const { client } = hilinkHotspot({ [paths.start]: error(code) });
    expect(await failureOf(client)).toBe(kind);
  });
});
