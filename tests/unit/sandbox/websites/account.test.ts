import { describe, expect, test } from 'vitest';
import type { Language, WebsiteKind } from '../../../sandbox/websites/types.ts';
import { openWebsite, readAccount, signInAs, textOf, visitorOf } from './website-setup.ts';

const KINDS: readonly WebsiteKind[] = ['rendered', 'script-drawn'];

const LANGUAGES: [Language, string, string[]][] = [
  ['en', 'en-GB', ['Data left', '1.23 GB', 'of 10 GB', 'Valid until 25 December 2031', 'Signed in as']],
  ['de', 'de-DE', ['Verbleibendes Datenvolumen', '1,23 GB', 'von 10 GB', 'Gültig bis 25. Dezember 2031']],
  ['id', 'id-ID', ['Sisa kuota', '1,23 GB', 'dari 10 GB', 'Berlaku hingga 25 Desember 2031', 'Masuk sebagai']],
  ['zh', 'zh-CN', ['剩余流量', '1.23 GB', '共 10 GB', '有效期至 2031年12月25日', '已登录：']],
];

describe.each(KINDS)('the account of the %s site', (kind) => {
  test.each(LANGUAGES)('speaks %s, in words, numbers and dates', async (language, tag, texts) => {
    const site = await openWebsite({ kind });
    const anna = await signInAs(site);
    site.setLanguage(language);
    site.setLeft(1_239_999_999);
    const account = await readAccount(anna);
    for (const text of texts) expect(account).toContain(text);
    expect((await anna.get('/account')).body).toContain(`<html lang="${tag}">`);
  });

  test.each([
    [0, '0 GB'],
    [999_999_999, '999.9 MB'],
    [1_000_000_000, '1 GB'],
    [12_000_000_000, '12 GB'],
  ])('writes %i bytes as %s, cut and never rounded up', async (bytes, text) => {
    const site = await openWebsite({ kind });
    site.setLeft(bytes);
    expect(await readAccount(await signInAs(site))).toMatch(new RegExp(`\\W${text}\\W`));
  });

  test('is redesigned: other words in another order, and the same figure', async () => {
    const site = await openWebsite({ kind });
    const anna = await signInAs(site);
    const before = await readAccount(anna);
    site.redesign();
    const after = await readAccount(anna);
    for (const text of ['My account', 'My plan', 'Data left']) {
      expect(before).toContain(text);
      expect(after.replace(/^.*Signed in/, '')).not.toContain(text);
    }
    for (const text of ['2.75 GB', '10 GB', 'Flex M']) expect(after).toContain(text);
    site.restoreDesign();
    expect(await readAccount(anna)).toBe(before);
  });

  test('has no amount where the plan is unlimited', async () => {
    const site = await openWebsite({ kind });
    const anna = await signInAs(site);
    site.setUnlimited(true);
    const account = await readAccount(anna);
    expect(account).toContain('Unlimited');
    expect(account).not.toContain('2.75 GB');
  });

  test('is never stored, and as long as it says', async () => {
    const site = await openWebsite({ kind });
    const anna = await signInAs(site);
    for (const weight of [0, 80_000]) {
      site.setWeight(weight);
      const { headers, body } = await anna.get('/account');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(Number(headers.get('content-length'))).toBe(Buffer.byteLength(body));
      if (weight > 0) expect(Buffer.byteLength(body)).toBe(weight);
    }
  });
});

test('the redesigned page of the rendered site shares no class with the one before', async () => {
  const site = await openWebsite();
  const anna = await signInAs(site);
  const classesOf = (page: string) => new Set(page.slice(page.indexOf('<main>')).match(/class="[^"]+"/g));
  const before = classesOf((await anna.get('/account')).body);
  site.redesign();
  const after = classesOf((await anna.get('/account')).body);
  expect([before.size > 5, after.size > 2]).toEqual([true, true]);
  expect(before.isDisjointFrom(after)).toBe(true);
});

test('the script-drawn page says nothing of the account before its script has run', async () => {
  const site = await openWebsite({ kind: 'script-drawn' });
  const anna = await signInAs(site);
  const { body } = await anna.get('/account');
  expect(textOf(body)).not.toMatch(/\d|Flex/);
  expect(body).toContain('aria-busy="true"');
  const scripts = [...body.matchAll(/from '([^']+)'/g)].map(([, path = '']) => path);
  site.redesign();
  expect((await anna.get('/account')).body).not.toContain(scripts[0]);
  for (const path of [...scripts, '/scripts/element.js', '/scripts/overview.js']) {
    expect((await anna.get(path)).headers.get('content-type')).toContain('text/javascript');
  }
});

test('the data of the script-drawn page is for who is signed in', async () => {
  const site = await openWebsite({ kind: 'script-drawn' });
  const { status, body } = await visitorOf(site).get('/account/data');
  expect([status, body]).toEqual([401, '{"error":"signed out"}']);
});

test('the two sites are of two hosts, as cookies and permissions know no ports', async () => {
  const hosts = await Promise.all(KINDS.map(async (kind) => new URL((await openWebsite({ kind })).url).hostname));
  expect(new Set(hosts).size).toBe(2);
});
