import { defaultSeller } from '../../../../../utils/core/accounts/account.ts';
import type { ReadPart } from '../../../../../utils/core/page/reading.ts';
import { dayMs } from '../../../../../utils/core/values/time.ts';
import { pageProvider } from '../../../../../utils/providers/page/page-provider.ts';
import type { Entry } from '../../../../sandbox/mirrors/mirror.ts';
import { grantedClient } from '../../../support/clients.ts';
import { makeRecipe, makeRecipePart } from '../../../support/page-builders.ts';
import type { Subject, WireCapabilities } from '../subject.ts';

/** What the page says: its reading is the wire. */
let shown: { name: string; parts: ReadPart[] } = { name: '', parts: [] };

const reports: WireCapabilities = {
  unlimited: true,
  unknown: 'without-end',
  start: false,
  expiryMs: 1,
  hasPeriods: false,
  amountBytes: 1,
  measuredAt: false,
  name: true,
};

export const pageSubject: Subject = {
  provider: {
    ...pageProvider,
    readCards: (client, seller, previous) =>
      pageProvider.readCards(client, seller, previous, async () => ({
        accountKey: 'a',
        recipe: makeRecipe({ parts: [makeRecipePart({ name: shown.name })] }),
        parts: shown.parts,
        ...{ readAt: Date.now(), validForMs: dayMs },
      })),
  },
  reports,
  failures: {},
  start: async () => ({
    seller: {
      ...defaultSeller(pageProvider.id, 'My carrier'),
      page: { isKeptUpToDate: true, namesAccount: true, topUpUrl: null, usualPurchase: null },
    },
    client: grantedClient(),
    write: (entry) => {
      shown = { name: entry.name, parts: partsOf(entry) };
    },
    setFault: () => undefined,
    close: async () => undefined,
  }),
};

function partsOf({ kind, quotaBytes, usedBytes, expiresAt: endsAt }: Entry): ReadPart[] {
  if (kind === 'unknown') return [];
  if (kind === 'unlimited') return [{ id: 'part-1', balance: { kind }, endsAt }];
  const leftBytes = Math.max(0, quotaBytes - usedBytes);
  return [{ id: 'part-1', balance: { kind: 'known', leftBytes, totalBytes: quotaBytes }, endsAt }];
}
