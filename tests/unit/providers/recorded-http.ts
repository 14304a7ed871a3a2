import { expect } from 'vitest';
import type { Client, HttpResponse } from '../../../utils/providers/adapter/provider.ts';
import { toFailure } from '../../../utils/providers/http/to-failure.ts';

/** A successful response: a string is its text, anything else its JSON body. `overrides`: its other members. */
export function recordedResponse(body: unknown, overrides: Partial<HttpResponse> = {}): HttpResponse {
  const isText = typeof body === 'string';
  const text = isText ? body : JSON.stringify(body);
  return { status: 200, text, body: isText ? undefined : body, headers: new Headers(), receivedAt: 1, ...overrides };
}

type Call = { url: string; headers: Record<string, string> | undefined };

/** A client for GET alone: gives what `answerTo` returns, or throws it if it is an Error. */
export function recordedClient(answerTo: (call: Call) => unknown, overrides: Partial<HttpResponse> = {}) {
  const calls: Call[] = [];
  const urls: string[] = [];
  const get: Client['get'] = async (url, headers) => {
    calls.push({ url, headers });
    urls.push(url);
    const body = answerTo({ url, headers });
    if (body instanceof Error) throw body;
    return recordedResponse(body, overrides);
  };
  const neverPosts = () => expect.fail('An adapter only reads');
  const client: Client = { get, postJson: neverPosts, postForm: neverPosts, postParts: neverPosts };
  return { client, calls, urls };
}

/** Gives one answer to requests for one URL, and fails for others. */
export function recordedClientAt(expectedUrl: string, body: unknown, overrides?: Partial<HttpResponse>): Client {
  return recordedClient(({ url }) => {
    expect(url).toBe(expectedUrl);
    return body;
  }, overrides).client;
}

/** The kind of failure that is shown; null: none. */
export async function failureOf(snapshot: Promise<unknown>): Promise<string | null> {
  try {
    await snapshot;
    return null;
  } catch (error) {
    return toFailure(error, Date.now(), true).kind;
  }
}
