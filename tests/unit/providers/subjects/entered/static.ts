import { findSeller } from '../../../../../utils/providers/account-api/discovery.ts';
import { staticSeller } from '../../../../../utils/providers/entered/static.ts';
import { startSeller } from '../../../../sandbox/seller.ts';
import { grantedClient } from '../../../support/clients.ts';
import type { Subject } from '../subject.ts';
import { enteredCapabilities, runEntered } from './entered-subject.ts';

/** Its files come from the sandbox seller; they hold no balance. */
export const staticSubject: Subject = {
  provider: staticSeller,
  reports: { ...enteredCapabilities, name: false },
  failures: {},
  start: async () => {
    const sandbox = await startSeller({ noServer: true });
    const found = await findSeller(grantedClient(), sandbox.url);
    return runEntered({ ...found }, (entries) => staticSeller.setup.toConnection(found, entries), sandbox.close);
  },
};
