import type { Client, HttpResponse } from '../../../utils/providers/adapter/provider.ts';

/* Recorded answers with some of their parts replaced, as a broken or changed server might send them. */

/** What a part becomes: another value, a list of itself, or nothing; `cut`: the whole answer is truncated. */
export type Change = { to: unknown } | 'wrapped' | 'left out' | 'cut';
/** The numbers select an answer, a part and a length modulo how many there are. */
export type Mutation = { answer: number; part: number; change: Change; cutAt: number };

const to = (...values: unknown[]): Change[] => values.map((value) => ({ to: value }));

/** None of these can be read as a number, time or state; `Number` would turn some into 0. */
export const rubbish: Change[] = [
  ...to(null, '', ' ', '\n', 'abc', '-', 'NaN', 'null', [], [null], {}, true, '\ud800', '0x', '1 GB?', ','),
  ...to('2026-13-45T99:99:99Z', '2026-11-23 02:00:00', '2026-11-23T02:00:00', '00:00'),
  ...(['wrapped', 'left out', 'cut'] as const),
];

/** Placeholder for a number that JSON can hold and JavaScript cannot. */
const tooLarge = '<1e400>';

/** Numbers, times and states that a server might send, or something close to them. */
export const numbers: Change[] = [
  ...to(-1, '-1', 0, '0', -0, 0.5, '1.5', 1e21, '1e3', 1e308, tooLarge, '1e400', 'Infinity', '-Infinity', false),
  ...to(2 ** 31, 2 ** 53, 2 ** 63, '9007199254740993', '9223372036854775807', '-9223372036854775808', '9'.repeat(400)),
  ...to(8.64e15, 8.64e15 + 1, -8.64e15, '9999-12-31T23:59:59Z', '0001-01-01T00:00:00Z', '+275760-09-13T00:00:00.001Z'),
  ...to('0001-01-01 00:00:00', '9999-99-99 99:99:99', '0000-0-0', '31.2.2026', '1'.repeat(30)),
  ...to('0_0', '9_9999999', '-1_1024', '99999999GB', '-5MB', 100004, 404, '100003', '125002'),
  ...to('active', 'EXPIRED', 'UNLIMITED', 'expired', 'USED_UP', 'data_limit_exceeded', 'time', 'unlimited'),
];

/** Records what `client` gets, by request. */
export function recordingClient(client: Client, answers: Map<string, HttpResponse>): Client {
  return clientFrom(async (request, send) => {
    const response = await send(client);
    answers.set(request, response);
    return response;
  });
}

/** Replays `answers` to the same requests, without a network. */
export function replayingClient(answers: ReadonlyMap<string, HttpResponse>, missing: () => Error): Client {
  return clientFrom(async (request) => {
    const response = answers.get(request);
    if (!response) throw missing();
    return response;
  });
}

function clientFrom(
  answerTo: (request: string, send: (client: Client) => Promise<HttpResponse>) => Promise<HttpResponse>,
): Client {
  return {
    get: (url, headers) => answerTo(`GET ${url}`, (client) => client.get(url, headers)),
    postJson: (url, body, headers) => answerTo(`POST ${url}`, (client) => client.postJson(url, body, headers)),
    postForm: (url, fields) => answerTo(`POST ${url}`, (client) => client.postForm(url, fields)),
    postParts: (url, fields) => answerTo(`POST ${url}`, (client) => client.postParts(url, fields)),
  };
}

export function mutateAnswers(
  answers: ReadonlyMap<string, HttpResponse>,
  mutations: readonly Mutation[],
): Map<string, HttpResponse> {
  const all = [...answers];
  const texts = all.map(([, { text }]) => text);
  for (const mutation of mutations) {
    const at = mutation.answer % texts.length;
    texts[at] = mutateText(texts[at] ?? '', mutation);
  }
  return new Map(
    all.map(([request, response], at) => [
      request,
      { ...response, text: texts[at] ?? '', body: parseJson(texts[at] ?? '') },
    ]),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function mutateText(text: string, mutation: Mutation): string {
  if (mutation.change === 'cut') return text.slice(0, mutation.cutAt % Math.max(1, text.length));
  const body = parseJson(text);
  return body === undefined ? mutateXml(text, mutation) : mutateJson(body, mutation);
}

function mutateJson(body: unknown, { part, change }: Mutation): string {
  const root = { body };
  const parts = partsOf(root);
  const [parent, name] = parts[part % parts.length] ?? [{}, ''];
  if (change === 'left out') delete parent[name];
  else if (change === 'wrapped') parent[name] = [parent[name]];
  else if (change !== 'cut') parent[name] = change.to;
  return (JSON.stringify(root.body) ?? '').replaceAll(`"${tooLarge}"`, '1e400');
}

/** Every member of an object and every entry of a list, with what holds it. */
export function partsOf(value: unknown): [parent: Record<string, unknown>, name: string][] {
  if (typeof value !== 'object' || value === null) return [];
  const parent = value as Record<string, unknown>;
  return Object.keys(parent).flatMap(
    (name) => [[parent, name], ...partsOf(parent[name])] as ReturnType<typeof partsOf>,
  );
}

const element = /<(\w+)>([^<]*)<\/\1>/g;

function mutateXml(text: string, { part, change }: Mutation): string {
  const elements = [...text.matchAll(element)];
  const found = elements[part % Math.max(1, elements.length)];
  if (!found || change === 'cut') return text;
  const [whole, name] = found;
  const value = change === 'left out' || change === 'wrapped' ? '' : (change.to ?? '');
  const inner = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const changed = change === 'left out' ? '' : `<${name}>${change === 'wrapped' ? whole : inner}</${name}>`;
  return text.slice(0, found.index) + changed + text.slice(found.index + whole.length);
}
