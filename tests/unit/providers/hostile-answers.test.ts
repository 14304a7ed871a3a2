import { beforeAll, describe, expect, test } from 'vitest';
import type { UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import type { Client, HttpResponse } from '../../../utils/providers/adapter/provider.ts';
import { providerError } from '../../../utils/providers/http/provider-error.ts';
import { mutateAnswers, partsOf, recordingClient, replayingClient } from './mutate-json.ts';
import { usual } from './situations.ts';
import { subjects } from './subjects/index.ts';
import type { Running } from './subjects/subject.ts';

/* Each provider's answers with one part after the other replaced by what is meant to forge, to flood or to hold up. */

const marks = '\u0301'.repeat(40_000);
const forged = 'Axis\nSigned out\u202e \u2066x';
/** Not shown: an id is opaque, and compared as it is. */
const ids = ['id', 'key', 'planId', 'accountKey'];

/** Texts of a value under any other name than that of an id. */
function textsOf(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return ids.includes(name) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsOf(each, Array.isArray(value) ? name : key));
}

const fetchingSubjects = subjects.filter(({ failures }) => Object.keys(failures).length > 0);

describe.each(fetchingSubjects)('7.10 an answer of $provider.id', ({ provider, start }) => {
  const answers = new Map<string, HttpResponse>();
  let running: Running;
  let previous: UsageSnapshot;

  const readAll = async (client: Client) => {
    const snapshot = await provider.readCards(client, running.seller, null);
    const [card] = snapshot.cards;
    return { snapshot, offers: card && (await provider.offers?.list(client, running.seller, card).catch(() => null)) };
  };
  /** What is taken in of the answers with the `part` of `answer` replaced; null: nothing. */
  const readWith = (answer: number, part: number, to: unknown) => {
    const mutated = mutateAnswers(answers, [{ answer, part, change: { to }, cutAt: 0 }]);
    return readAll(replayingClient(mutated, () => providerError(404))).catch(() => null);
  };

  beforeAll(async () => {
    running = await start();
    running.write(usual);
    previous = (await readAll(recordingClient(running.client, answers))).snapshot;
    return running.close;
  });

  test.each([
    ['40 KB of marks', `Axis${marks}`],
    ['lines and directions of its own', forged],
    ['900 KB', 'Axis '.repeat(180_000)],
  ])('with a text of %s shows a short one, in one line', async (_, text) => {
    for (const [answer, { body, text: xml }] of [...answers.values()].entries()) {
      for (const part of partsOf({ body: body ?? xml.split('</') }).keys()) {
        for (const taken of textsOf(await readWith(answer, part, text))) {
          expect(taken.length).toBeLessThanOrEqual(2000);
          expect(taken).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]|\p{M}{5}/u);
        }
      }
    }
  });

  test.each([
    ['zeros', 0],
    ['nothing', null],
    ['lists', []],
  ])('with a megabyte of %s in place of a list keeps next to nothing of it', async (_, entry) => {
    const list = Array.from({ length: 300_000 }, () => entry);
    const usualSize = JSON.stringify(previous).length;
    for (const [answer, { body }] of [...answers.values()].entries()) {
      for (const [part, [parent, name]] of partsOf({ body }).entries()) {
        if (!Array.isArray(parent[name])) continue;
        const read = await readWith(answer, part, list);
        expect(JSON.stringify(read).length).toBeLessThan(usualSize + 20_000);
      }
    }
  });
});
