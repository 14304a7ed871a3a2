import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../../utils/core/entry/pasted-message.ts';
import { dayMs } from '../../../../utils/core/values/time.ts';

const zone = 'Europe/Stockholm';
const now = Date.UTC(2026, 10, 23, 12);
/** The end of a day in Stockholm in winter. */
const endOf = (month: number, day: number, year = 2026) => Date.UTC(year, month - 1, day, 23);
const read = (text: string) => readMessage(text, 1000, now, zone);
const certain = (...choices: number[]) => ({ choices, isCertain: true });
const asked = (...choices: number[]) => ({ choices, isCertain: false });

describe('a message says what is left', () => {
  test.each([
    ['You have 1.24GB left till 12/12', 1.24e9, null],
    ['Remaining data: 850 MB. Valid until 31/12/2026.', 850e6, null],
    ['You have used 800MB of 2GB. Expires 31/12/2026', 1.2e9, 2e9],
    ['1.5 GB of 3 GB left', 1.5e9, 3e9],
    ['800MB used, 1.2GB left', 1.2e9, null],
    ['Used 800MB left 1.2GB', 1.2e9, null],
    ['Sisa kuota 1,5 GB berlaku s/d 31-12-2026', 1.5e9, null],
    ['尊敬的客户，您的剩余流量1.24GB，已用1.76GB，有效期至2026年12月31日', 1.24e9, null],
    ['Your 4G data: 1.24GB left', 1.24e9, null],
    ['Recharge $10 to get 5GB. You have 200MB left. Buy 1GB for $2.', 200e6, null],
    ['Осталось 1,5 ГБ до 31.12.2026', 1.5e9, null],
  ])('%s', (text, leftBytes, totalBytes) => {
    expect(read(text)).toMatchObject({ left: certain(leftBytes), totalBytes });
  });
});

describe('what is left is asked', () => {
  test.each([
    ['of two parts', 'You have 1GB main data left and 500MB night data left', [1e9, 500e6]],
    ['of parts that are listed', '剩余流量：国内 1GB，定向 5GB', [1e9, 5e9]],
    ['of digits that can be read in two ways', 'You have 1.234 MB left', [1_234_000, 1_234_000_000]],
    ['where no word says it', 'Your 3GB plan expires 31/12/2026', [3e9]],
    ['where a word says it that can mean more', 'Sie haben noch 1,24 GB bis 31.12.2026', [1.24e9]],
  ])('%s', (_what, text, choices) => {
    expect(read(text).left).toEqual(asked(...choices));
  });
});

describe('a message says when it ends', () => {
  test.each([
    ['You have 1.24GB left till 12/12', endOf(12, 12)],
    ['1.24GB left. Valid until 31/12/2026.', endOf(12, 31)],
    ['Sent 20/11/2026. 1.24 GB left, expires on 21 Dec', endOf(12, 21)],
    ['剩余流量1.24GB，12月31日到期', endOf(12, 31)],
    ['1.24GB left, expires in 5 days', now + 5 * dayMs],
  ])('%s', (text, end) => {
    expect(read(text).end).toEqual(certain(end));
  });

  test('and it is asked where day and month can be either', () => {
    expect(read('1GB left till 03/12').end).toEqual(asked(endOf(12, 3), endOf(3, 12, 2027)));
  });

  test('and where no word says that the date is the end', () => {
    expect(read('Balance 1GB left 31/12/2026').end).toEqual(asked(endOf(12, 31)));
  });

  test('but not by a date that is over', () => {
    expect(read('1GB left. Last top-up 01/11/2026').end).toEqual(asked());
  });
});

test('a text without a figure says nothing', () => {
  expect(read('Thank you for choosing Axis!')).toEqual({ left: asked(), totalBytes: null, end: asked() });
});

test('amounts are in the seller’s unit, and in that which they name', () => {
  expect(readMessage('1 GB left', 1024, now, zone).left).toEqual(certain(1024 ** 3));
  expect(readMessage('1 GiB left', 1000, now, zone).left).toEqual(certain(1024 ** 3));
});
