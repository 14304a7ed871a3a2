import fc from 'fast-check';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { parseStored } from '../../../utils/core/storage/stored-values.ts';
import { cardBalance } from '../../../utils/core/usage/card-balance.ts';
import { toSellerTime, type UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import type { Client, HttpResponse } from '../../../utils/providers/adapter/provider.ts';
import { createClient } from '../../../utils/providers/http/client.ts';
import { providerError } from '../../../utils/providers/http/provider-error.ts';
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
function leftOn(snapshot: UsageSnapshot): (number | null)[] {
  const at = toSellerTime(snapshot, snapshot.checkedAt);
  const active = snapshot.cards.filter(({ state }) => state === 'active').map((card) => cardBalance(card, at));
  return active.map((balance) => (balance.kind === 'known' ? balance.leftBytes : null));
}

/** Where entries of the person are all there is, no answer can be spoiled. */
const answering = subjects.filter(({ failures }) => Object.keys(failures).length > 0);

describe.each(answering)('$provider.id:', ({ provider, start }) => {
  const answers = new Map<string, HttpResponse>();
  let running: Running;
  let previous: UsageSnapshot;
  beforeAll(async () => {
    running = await start();
    running.write(usual);
    previous = await provider.readCards(recording(running.client, answers), running.seller, null);
  });
  afterAll(() => running.close());

  /** The reading of spoiled answers, or null where they were refused as they should be. */
  const readOf = async (spoiled: Map<string, HttpResponse>): Promise<UsageSnapshot | null> => {
    try {
      const client = replaying(spoiled, () => providerError(404));
      const snapshot = await provider.readCards(client, running.seller, previous);
      if (parseStored('snapshot', snapshot) !== null && !hasOddNumber(snapshot)) return snapshot;
      throw new Error(`No reading to keep: ${JSON.stringify(snapshot)}`);
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
    const answers = new Map<string, HttpResponse>();
    const exchange = async (client: Client) => provider.auth?.exchange?.(client, running.seller, running.kept ?? '');
    await exchange(recording(createClient(), answers)).finally(running.close);
    const property = fc.asyncProperty(ways([...numbers, ...rubbish]), async (mutations) => {
      const spoiled = mutated(answers, mutations);
      try {
        const tokens = await exchange(replaying(spoiled, () => providerError(404)));
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

function withTexts(cause: unknown, spoiled: Map<string, HttpResponse>): Error {
  const texts = [...spoiled].map(([what, { text }]) => `${what}: ${text}`);
  return new Error([String(cause), ...texts].join('\n'), { cause });
}
