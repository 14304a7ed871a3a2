import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { maxPageBytes } from '../../../utils/core/page/page-tree.ts';
import { createPageClient } from '../../../utils/providers/http/client.ts';
import { isRedirect, isTooLarge, unreadPageError } from '../../../utils/providers/http/provider-error.ts';
import { toFailure } from '../../../utils/providers/http/to-failure.ts';
import { startAnsweringServer } from '../support/answering-server.ts';

const client = createPageClient({ isGranted: async () => true });

async function getFrom(answer: (response: ServerResponse) => void) {
  const server = await startAnsweringServer((_, response) => answer(response));
  const result = await client.get(`${server.url}/account`).catch((error: unknown) => error);
  return { result, server };
}

describe('a page is requested', () => {
  test('as a page, with nothing of ours, and its text is handed on as it is', async () => {
    const { result, server } = await getFrom((response) => response.end('{"left": "2.75 GB"}'));
    expect(result).toMatchObject({ status: 200, text: '{"left": "2.75 GB"}', body: undefined });
    const [request] = server.received;
    expect(request?.headers.accept).toBe('text/html');
    expect(request?.headers.authorization).toBeUndefined();
  });

  test('beyond a megabyte, up to the size of a page that is read at all', async () => {
    const large = await getFrom((response) => response.end('x'.repeat(2_000_000)));
    expect(large.result).toMatchObject({ status: 200 });
    const tooLarge = await getFrom((response) => response.end('x'.repeat(maxPageBytes + 1)));
    expect(isTooLarge(tooLarge.result)).toBe(true);
  });

  test('without following where it leads', async () => {
    const { result, server } = await getFrom((response) => response.writeHead(302, { location: '/sign-in' }).end());
    expect(isRedirect(result)).toBe(true);
    expect(server.received.map(({ path }) => path)).toEqual(['/account']);
  });

  test('only where the user has allowed its site', async () => {
    const server = await startAnsweringServer((_, response) => response.end());
    const refused = createPageClient({ isGranted: async () => false });
    const error = await refused.get(server.url).catch((caught: unknown) => caught);
    expect(toFailure(error, 0, true)).toEqual({ kind: 'permission-missing' });
    expect(server.received).toEqual([]);
  });
});

test.each([
  ['signed-out', 'signed-out'],
  ['other-account', 'other-account'],
  ['changed', 'page-changed'],
  ['ambiguous', 'page-changed'],
  ['unclear-number', 'page-changed'],
  ['empty', 'unreadable'],
  ['elsewhere', 'unreadable'],
  ['too-large', 'unreadable'],
] as const)('a page that is not read because it is %s is told as %s', (reason, kind) => {
  expect(toFailure(unreadPageError(reason), 0, true)).toEqual({ kind });
});
