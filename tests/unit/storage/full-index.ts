import type { CardId } from '../../../utils/core/usage/card-id.ts';
import { dayMs, hourMs } from '../../../utils/core/values/time.ts';
import { start } from '../support/builders.ts';

const waiting = (begins: object) => ({ kind: 'not-started', size: { kind: 'known', bytes: 3e9 }, start: begins });

/** By the key of its card. */
const balances = {
  coarse: { kind: 'coarse', level: 'low', upperBytes: 1e9 },
  dated: waiting({ kind: 'at', at: start }),
  unused: waiting({ kind: 'first-use', by: start }),
};

const judged = (balance: object) => ({ balance, endsAt: start + dayMs, status: 'ok', validUntil: start + hourMs });

/** An index with every member there is, among them the card `shown`. */
export function fullIndex(shown: CardId): object {
  const { accountId, cardKey } = shown;
  const known = { kind: 'known', leftBytes: 1e9, totalBytes: 3e9 };
  const others = Object.entries(balances).map(([key, balance]) => ({ key, title: key, judged: judged(balance) }));
  return {
    accounts: [
      {
        ...{ id: accountId, name: 'Axis', origin: 'https://axis.example', byteUnit: 1000 },
        ...{ hasSignIn: true, isReadByPress: false },
        gone: [{ key: 'g', title: 'Gone', number: '…43' }],
        cards: [{ key: cardKey, title: 'Europe', number: '…42', judged: judged(known) }, ...others],
      },
    ],
    shown,
    requested: { card: shown, at: start },
  };
}
