import { describe, expect, test } from 'vitest';
import { openWebsite, readAccount, signInAs } from './website-setup.ts';

describe.each(['rendered', 'script-drawn'] as const)('the account of the %s site', (kind) => {
  test.each([403, 429, 503] as const)('answers %i until it is told not to', async (status) => {
    const site = await openWebsite({ kind });
    const anna = await signInAs(site);
    site.fail(status, '120');
    for (const path of ['/account', '/account/data']) {
      const answer = await anna.get(path);
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, '120']);
      expect(answer.body).not.toContain('2.75');
    }
    expect((await anna.get('/top-up')).status).toBe(200);
    site.fail(null);
    expect(await readAccount(anna)).toContain('2.75 GB');
  });

  test.each([200, 403] as const)('can want a human proven, with status %i', async (status) => {
    const site = await openWebsite({ kind });
    const anna = await signInAs(site);
    site.challenge(true, status);
    const answer = await anna.get('/account');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, null]);
    expect(answer.body).toContain('Verify you are human');
    expect(answer.body).not.toContain('2.75');
    site.challenge(false);
    expect(await readAccount(anna)).toContain('2.75 GB');
  });
});
