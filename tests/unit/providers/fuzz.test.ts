import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { storedSchemas } from '../../../utils/core/storage/schemas.ts';
import { figureFor } from '../../../utils/core/usage/card-balance.ts';
import { type Reading, sellerTimeFor } from '../../../utils/core/usage/usage-snapshot.ts';
import type { Answer, Client } from '../../../utils/providers/adapter/provider.ts';
import { createClient } from '../../../utils/providers/http/client.ts';
import { answerError } from '../../../utils/providers/http/provider-error.ts';
import { type Change, type Mutation, mutated, numbers, recording, replaying, rubbish } from './mutate-json.ts';
import { usual } from './situations.ts';
import { subjects } from './subjects/index.ts';
import type { Running } from './subjects/subject.ts';

/* Each provider's true answers, recorded once, then spoiled in 10 000 ways, without a network. */

/** Of each of the two tests. */
const runs = 5000;
const timeoutMs = 30_000;
const ways = (changes: readonly Change[]): fc.Arbitrary<Mutation[]> =>
  fc.noBias(
    fc.array(fc.record({ answer: fc.nat(), part: fc.nat(), change: fc.constantFrom(...changes), cutAt: fc.nat() }), {
      minLength: 1,
      maxLength: 3,
    }),
  );

const ours = ['ValiError', 'UnreadableError', 'AnswerError', 'AwayError', 'SyntaxError'];

/** Numbers there are none of, and times no calendar has. */
function hasOddNumber(value: unknown, name = ''): boolean {
  if (typeof value === 'number') return !(Math.abs(value) <= (name.endsWith('At') ? 8.64e15 : Number.MAX_VALUE));
  return (
    typeof value === 'object' && value !== null && Object.entries(value).some(([key, each]) => hasOddNumber(each, key))
  );
}

/** What is left on cards that are active. Null: no amount is told. */
function leftOn(reading: Reading): (number | null)[] {
  const at = sellerTimeFor(reading, reading.checkedAt);
  const active = reading.cards.filter(({ state }) => state === 'active').map((card) => figureFor(card, at));
  return active.map((figure) => (figure.kind === 'known' ? figure.leftBytes : null));
}

/** Where entries of the person are all there is, no answer can be spoiled. */
const answering = subjects.filter(({ failures }) => Object.keys(failures).length > 0);

describe.each(answering)('$provider.id:', ({ provider, start }) => {
  const answers = new Map<string, Answer>();
  let running: Running;
  let previous: Reading;
  beforeAll(async () => {
    running = await start();
    running.write(usual);
    previous = await provider.readCards(recording(running.client, answers), running.seller, null);
  });
  afterAll(() => running.close());

  /** The reading of spoiled answers, or null where they were refused as they should be. */
  const readOf = async (spoiled: Map<string, Answer>): Promise<Reading | null> => {
    try {
      const client = replaying(spoiled, () => answerError(404));
      const reading = await provider.readCards(client, running.seller, previous);
      if (v.is(storedSchemas.reading, reading) && !hasOddNumber(reading)) return reading;
      throw new Error(`No reading to keep: ${JSON.stringify(reading)}`);
    } catch (error) {
      if (error instanceof Error && ours.includes(error.name)) return null;
      throw withTexts(error, spoiled);
    }
  };

  test('odd numbers give a reading that can be kept, or an error of ours', { timeout: timeoutMs }, async () => {
    const property = fc.asyncProperty(ways([...numbers, ...rubbish]), async (mutations) => {
      await readOf(mutated(answers, mutations));
    });
    await fc.assert(property, { numRuns: runs });
  });

  test('rubbish never becomes an amount, least of all nothing left', { timeout: timeoutMs }, async () => {
    const property = fc.asyncProperty(ways(rubbish), async (mutations) => {
      const spoiled = mutated(answers, mutations);
      const left = leftOn((await readOf(spoiled)) ?? previous);
      if (left.some((bytes) => bytes !== null && bytes !== leftOn(previous)[0])) {
        throw withTexts(`Left: ${left}`, spoiled);
      }
    });
    await fc.assert(property, { numRuns: runs });
  });
});

describe.each(answering.filter(({ provider }) => provider.auth?.exchange))('$provider.id:', ({ provider, start }) => {
  test('a spoiled answer to its secret gives a token of real text, or an error of ours', {
    timeout: timeoutMs,
  }, async () => {
    const running = await start();
    const answers = new Map<string, Answer>();
    const exchange = async (client: Client) => provider.auth?.exchange?.(client, running.seller, running.kept ?? '');
    await exchange(recording(createClient(), answers)).finally(running.close);
    const property = fc.asyncProperty(ways([...numbers, ...rubbish]), async (mutations) => {
      const spoiled = mutated(answers, mutations);
      try {
        const tokens = await exchange(replaying(spoiled, () => answerError(404)));
        const { accessToken = '', lifeMs = null } = tokens ?? {};
        if (accessToken === '' || (lifeMs !== null && !(lifeMs > 0 && Number.isFinite(lifeMs)))) {
          throw new Error(`No token to keep: ${JSON.stringify(tokens)}`);
        }
      } catch (error) {
        if (!(error instanceof Error && ours.includes(error.name))) throw withTexts(error, spoiled);
      }
    });
    await fc.assert(property, { numRuns: runs });
  });
});

function withTexts(cause: unknown, spoiled: Map<string, Answer>): Error {
  const texts = [...spoiled].map(([what, { text }]) => `${what}: ${text}`);
  return new Error([String(cause), ...texts].join('\n'), { cause });
}
