import fc from 'fast-check';
import { beforeAll, describe, test } from 'vitest';
import { parseStored } from '../../../utils/core/storage/stored-values.ts';
import { cardBalance } from '../../../utils/core/usage/card-balance.ts';
import { toSellerTime, type UsageSnapshot } from '../../../utils/core/usage/usage-snapshot.ts';
import type { Client, HttpResponse } from '../../../utils/providers/adapter/provider.ts';
import { providerError } from '../../../utils/providers/http/provider-error.ts';
import { grantedClient } from '../support/clients.ts';
import {
  type Change,
  type Mutation,
  mutateAnswers,
  numbers,
  recordingClient,
  replayingClient,
  rubbish,
} from './mutate-json.ts';
import { usual } from './situations.ts';
import { subjects } from './subjects/index.ts';
import type { Running } from './subjects/subject.ts';

/* Each provider's answers, recorded once, then mutated in 10 000 ways, without a network. */

/** For each of the two tests. */
const runs = 5000;
const timeoutMs = 30_000;
const someMutations = (changes: readonly Change[]): fc.Arbitrary<Mutation[]> =>
  fc.noBias(
    fc.array(fc.record({ answer: fc.nat(), part: fc.nat(), change: fc.constantFrom(...changes), cutAt: fc.nat() }), {
      minLength: 1,
      maxLength: 3,
    }),
  );

const expectedErrors = ['ValiError', 'InvalidResponseError', 'ProviderError', 'NotOnNetworkError', 'SyntaxError'];

/** Whether it holds NaN, an infinity, or a time outside the range of `Date`. */
function hasInvalidNumber(value: unknown, name = ''): boolean {
  if (typeof value === 'number') return !(Math.abs(value) <= (name.endsWith('At') ? 8.64e15 : Number.MAX_VALUE));
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).some(([key, each]) => hasInvalidNumber(each, key))
  );
}

/** Remaining bytes of the active cards; null for cards without a known balance. */
function remainingBytesOf(snapshot: UsageSnapshot): (number | null)[] {
  const at = toSellerTime(snapshot, snapshot.checkedAt);
  const active = snapshot.cards.filter(({ state }) => state === 'active').map((card) => cardBalance(card, at));
  return active.map((balance) => (balance.kind === 'known' ? balance.leftBytes : null));
}

/** Without failures nothing is fetched: the user's entries are all there is, and no answer can be mutated. */
const fetchingSubjects = subjects.filter(({ failures }) => Object.keys(failures).length > 0);

describe.each(fetchingSubjects)('$provider.id:', ({ provider, start }) => {
  const answers = new Map<string, HttpResponse>();
  let running: Running;
  let previous: UsageSnapshot;
  beforeAll(async () => {
    running = await start();
    running.write(usual);
    previous = await provider.readCards(recordingClient(running.client, answers), running.seller, null);
    return running.close;
  });

  /** The snapshot of mutated answers, or null if they were rejected. */
  const readMutated = async (mutated: Map<string, HttpResponse>): Promise<UsageSnapshot | null> => {
    try {
      const client = replayingClient(mutated, () => providerError(404));
      const snapshot = await provider.readCards(client, running.seller, previous);
      if (parseStored('snapshot', snapshot) !== null && !hasInvalidNumber(snapshot)) return snapshot;
      throw new Error(`No valid snapshot: ${JSON.stringify(snapshot)}`);
    } catch (error) {
      if (error instanceof Error && expectedErrors.includes(error.name)) return null;
      throw withTexts(error, mutated);
    }
  };

  test('odd numbers give a reading that can be kept, or an error of ours', {
    timeout: timeoutMs,
  }, async () => {
    const property = fc.asyncProperty(someMutations([...numbers, ...rubbish]), async (mutations) => {
      await readMutated(mutateAnswers(answers, mutations));
    });
    await fc.assert(property, { numRuns: runs });
  });

  test('rubbish never becomes an amount, least of all nothing left', { timeout: timeoutMs }, async () => {
    const property = fc.asyncProperty(someMutations(rubbish), async (mutations) => {
      const mutated = mutateAnswers(answers, mutations);
      const remaining = remainingBytesOf((await readMutated(mutated)) ?? previous);
      if (remaining.some((bytes) => bytes !== null && bytes !== remainingBytesOf(previous)[0])) {
        throw withTexts(`Left: ${remaining}`, mutated);
      }
    });
    await fc.assert(property, { numRuns: runs });
  });
});

describe.each(fetchingSubjects.filter(({ provider }) => provider.auth?.exchange))(
  '$provider.id:',
  ({ provider, start }) => {
    test('a spoiled answer to its secret gives a token of real text, or an error of ours', {
      timeout: timeoutMs,
    }, async () => {
      const running = await start();
      const answers = new Map<string, HttpResponse>();
      const exchange = async (client: Client) =>
        provider.auth?.exchange?.(client, running.seller, running.secret ?? '');
      await exchange(recordingClient(grantedClient(), answers)).finally(running.close);
      const property = fc.asyncProperty(someMutations([...numbers, ...rubbish]), async (mutations) => {
        const mutated = mutateAnswers(answers, mutations);
        try {
          const tokens = await exchange(replayingClient(mutated, () => providerError(404)));
          const { accessToken = '', lifeMs = null } = tokens ?? {};
          if (accessToken === '' || (lifeMs !== null && !(lifeMs > 0 && Number.isFinite(lifeMs)))) {
            throw new Error(`No valid token: ${JSON.stringify(tokens)}`);
          }
        } catch (error) {
          if (!(error instanceof Error && expectedErrors.includes(error.name))) throw withTexts(error, mutated);
        }
      });
      await fc.assert(property, { numRuns: runs });
    });
  },
);

function withTexts(cause: unknown, mutated: Map<string, HttpResponse>): Error {
  const texts = [...mutated].map(([request, { text }]) => `${request}: ${text}`);
  return new Error([String(cause), ...texts].join('\n'), { cause });
}
