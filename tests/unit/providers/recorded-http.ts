import { expect } from 'vitest';
import type { Client, HttpResponse } from '../../../utils/providers/adapter/provider.ts';
import { toFailure } from '../../../utils/providers/http/to-failure.ts';

/** A good answer: a text as it came, all else as JSON. */
export function answered(told: unknown, some: Partial<HttpResponse> = {}): HttpResponse {
  const isText = typeof told === 'string';
  const text = isText ? told : JSON.stringify(told);
  return { status: 200, text, body: isText ? undefined : told, headers: new Headers(), receivedAt: 1, ...some };
}

type Call = { url: string; headers: Record<string, string> | undefined };

/** Gives what `answerTo` says, or throws it where it is an Error. `some`: of each answer. */
export function readerOf(answerTo: (call: Call) => unknown, some: Partial<HttpResponse> = {}) {
  const calls: Call[] = [];
  const urls: string[] = [];
  const get: Client['get'] = async (url, headers) => {
    calls.push({ url, headers });
    urls.push(url);
    const told = answerTo({ url, headers });
    if (told instanceof Error) throw told;
    return answered(told, some);
  };
  const never = () => expect.fail('It is only ever read');
  const client: Client = { get, postJson: never, postForm: never, postParts: never };
  return { client, calls, urls };
}

/** The same answer to one address, and to no other. */
export function readerAt(address: string, told: unknown, some?: Partial<HttpResponse>): Client {
  return readerOf(({ url }) => {
    expect(url).toBe(address);
    return told;
  }, some).client;
}

/** What the person is told of it; null: nothing went wrong. */
export async function failureOf(snapshot: Promise<unknown>): Promise<string | null> {
  try {
    await snapshot;
    return null;
  } catch (error) {
    return toFailure(error, Date.now(), true).kind;
  }
}
