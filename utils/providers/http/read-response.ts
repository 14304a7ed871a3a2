import type { HttpResponse } from '../adapter/provider.ts';
import { invalidResponseError, providerError, tooLargeError } from './provider-error.ts';

/** Of `text`, of which nothing is parsed. */
export type Format = { maxBodyBytes: number; isJson: boolean };

/** Throws for an answer of no use. `count`: hears how much of the body has come, each time some has. */
export async function readResponse(
  signal: AbortSignal,
  response: Response,
  { maxBodyBytes, isJson }: Format,
  count: (size: number) => void,
): Promise<HttpResponse> {
  if (response.type === 'opaqueredirect') throw providerError(0);
  const receivedAt = Date.now();
  const { status, headers } = response;
  // No part was asked for (RFC 9110, 15.3.7).
  if (status === 206) {
    void response.body?.cancel();
    throw invalidResponseError('A part of an answer');
  }
  if (status === 304) return { status, text: '', body: undefined, headers, receivedAt };
  const text = await readCappedText(response, signal, maxBodyBytes, count);
  const body = isJson ? parseJson(text) : undefined;
  if (!response.ok) throw providerError(status, body, headers.get('retry-after'));
  return { status, text, body, headers, receivedAt };
}

/** Undefined if it is not JSON: no schema accepts that. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The signal ends the reading by itself: through ky it did not reach a body that went on for ever. */
async function readCappedText(
  response: Response,
  signal: AbortSignal,
  maxBytes: number,
  count: (size: number) => void,
): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
  // It may come to nothing after the last reading.
  ended.catch(() => undefined);
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), ended]);
      if (done) return text + decoder.decode();
      size += value.byteLength;
      count(value.byteLength);
      if (size > maxBytes) throw tooLargeError();
      text += decoder.decode(value, { stream: true });
    }
  } finally {
    // It does not wait for a server that does not let go.
    void reader.cancel().catch(() => undefined);
  }
}
