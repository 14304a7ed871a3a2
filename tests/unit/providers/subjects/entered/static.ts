import { findSeller } from '../../../../../utils/providers/account-api/discovery.ts';
import { staticSeller } from '../../../../../utils/providers/entered/static.ts';
import { createClient } from '../../../../../utils/providers/http/client.ts';
import { startSeller } from '../../../../sandbox/seller.ts';
import type { Subject } from '../subject.ts';
import { entered, enteredTells } from './entered-subject.ts';

/** Its files are the sandbox seller's; of the figures they say nothing. */
export const staticSubject: Subject = {
  provider: staticSeller,
  tells: { ...enteredTells, name: false },
  failures: {},
  start: async () => {
    const sandbox = await startSeller({ noServer: true });
    const found = await findSeller(createClient(), sandbox.url);
    return entered({ ...found }, (entries) => staticSeller.setup.open(found, entries), sandbox.close);
  },
};
