import { expect, test } from 'vitest';
import { openWebsite, readAccount, signInAs, visitorOf } from './website-setup.ts';

test('who is signed out is sent from the account to the sign-in page', async () => {
  const visitor = visitorOf(await openWebsite());
  for (const path of ['/account', '/top-up']) {
    const { status, headers } = await visitor.get(path);
    expect([status, headers.get('location')]).toEqual([302, '/sign-in']);
  }
  expect((await visitor.get('/sign-in')).body).toContain('type="password"');
});

test('a site can ask for the password on the account page itself', async () => {
  const { status, body } = await visitorOf(await openWebsite({ signedOutAs: 'form' })).get('/account');
  expect(status).toBe(200);
  expect(body).toContain('type="password"');
  expect(body).not.toContain('Data left');
});

test('signing in gives a cookie that no script reads and no other site sends by itself', async () => {
  const site = await openWebsite();
  const answer = await visitorOf(site).post('/sign-in', { user: 'Anna', password: 'sandbox' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account']);
  expect(answer.headers.get('set-cookie')).toMatch(/^brightwater_session=\S{32}; Path=\/; HttpOnly; SameSite=Lax$/);
});

test.each([{ user: 'anna', password: 'wrong' }, { user: 'nobody', password: 'sandbox' }, { user: 'nobody' }])(
  'with %o nobody is signed in',
  async (form: Record<string, string>) => {
    const visitor = visitorOf(await openWebsite());
    const { body, headers } = await visitor.post('/sign-in', form);
    expect(body).toContain('User name or password is not right.');
    expect(headers.get('set-cookie')).toBeNull();
  },
);

test('two of a family have a figure and a name each', async () => {
  const site = await openWebsite();
  const [anna, ben] = [await signInAs(site), await signInAs(site, 'ben')];
  expect(await readAccount(anna)).toMatch(/Signed in as anna@mail\.example.*2\.75 GB of 10 GB/);
  expect(await readAccount(ben)).toMatch(/Signed in as ben@mail\.example.*6\.4 GB of 20 GB/);
});

test('signing in as another ends what the first one saw', async () => {
  const site = await openWebsite();
  const visitor = await signInAs(site);
  await visitor.post('/sign-in', { user: 'ben', password: 'sandbox' });
  const account = await readAccount(visitor);
  expect(account).toContain('ben@mail.example');
  expect(account).not.toContain('anna@mail.example');
});

test('signing out ends one session, signing everyone out all of them', async () => {
  const site = await openWebsite();
  const [anna, alsoAnna, ben] = [await signInAs(site), await signInAs(site), await signInAs(site, 'ben')];
  await anna.post('/sign-out');
  const statuses = async () =>
    Promise.all([anna, alsoAnna, ben].map(async (visitor) => (await visitor.get('/account')).status));
  expect(await statuses()).toEqual([302, 200, 200]);
  site.signEveryoneOut();
  expect(await statuses()).toEqual([302, 302, 302]);
});
