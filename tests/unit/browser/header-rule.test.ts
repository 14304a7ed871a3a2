import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { removeHeaderRule, setHeaderRule } from '../../../utils/browser/header-rule.ts';

type Rule = { id: number; action: { requestHeaders: object[] }; condition: Record<string, unknown> };
type Update = { removeRuleIds: number[]; addRules?: Rule[] };

let rules: Rule[] = [];
const stub = fakeBrowser as { declarativeNetRequest?: unknown };

/** Like the browsers: removals come first, no two rules may share an id, and each has something to change. */
const updateSessionRules = vi.fn(async ({ removeRuleIds, addRules = [] }: Update) => {
  rules = rules.filter(({ id }) => !removeRuleIds.includes(id));
  for (const rule of addRules) {
    if (rules.some(({ id }) => id === rule.id)) throw new Error(`Rule ${rule.id} is there already`);
    if (rule.action.requestHeaders.length === 0) throw new Error('A rule that changes nothing');
    rules.push(rule);
  }
});

beforeEach(() => {
  rules = [];
  updateSessionRules.mockClear();
  fakeBrowser.runtime.getURL = (path: string) => `chrome-extension://ours/${path}`;
  stub.declarativeNetRequest = { updateSessionRules };
});
afterEach(() => {
  delete stub.declarativeNetRequest;
});

test('the rule is for our own requests to that host, and no tab’s', async () => {
  await setHeaderRule('http://192.168.0.1', { referer: 'http://192.168.0.1/index.html', cookie: 'stok=1' });
  expect(rules.map(({ action, condition }) => ({ ...action, ...condition }))).toEqual([
    {
      type: 'modifyHeaders',
      requestHeaders: [
        { header: 'referer', operation: 'set', value: 'http://192.168.0.1/index.html' },
        { header: 'cookie', operation: 'set', value: 'stok=1' },
      ],
      urlFilter: '|http://192.168.0.1/',
      initiatorDomains: ['ours'],
      resourceTypes: ['xmlhttprequest'],
      tabIds: [-1],
    },
  ]);
});

test('a host has one rule, the last', async () => {
  await setHeaderRule('http://192.168.0.1', { cookie: 'stok=1' });
  await setHeaderRule('http://192.168.0.1:8080', { referer: 'http://192.168.0.1:8080/' });
  expect(rules.map(({ action }) => action.requestHeaders)).toEqual([
    [{ header: 'referer', operation: 'set', value: 'http://192.168.0.1:8080/' }],
  ]);
});

test('hosts have rules of their own, with ids that browsers take', async () => {
  const hosts = ['192.168.0.1', '192.168.1.0', '192.168.8.1', 'm.home', `${'long.'.repeat(40)}example`];
  await Promise.all(hosts.map((host) => setHeaderRule(`http://${host}`, { referer: `http://${host}/` })));
  expect(rules.map(({ condition }) => condition.urlFilter)).toEqual(hosts.map((host) => `|http://${host}/`));
  for (const { id } of rules) expect(Number.isInteger(id) && id >= 1 && id < 2 ** 31).toBe(true);
});

test('8.13 a host whose requests need no header any more has no rule', async () => {
  await setHeaderRule('http://192.168.8.1', { cookie: 'SessionID=a' });
  await setHeaderRule('http://192.168.8.1', {});
  expect(rules).toEqual([]);
  await setHeaderRule('http://192.168.8.1', { cookie: 'SessionID=a' });
  await removeHeaderRule('http://192.168.8.1/*');
  expect(rules).toEqual([]);
});

test('a browser without such rules is left alone', async () => {
  delete stub.declarativeNetRequest;
  await expect(setHeaderRule('http://192.168.0.1', { cookie: 'stok=1' })).resolves.toBeUndefined();
});
