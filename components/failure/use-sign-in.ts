import { useState } from 'preact/hooks';
import { send } from '../../utils/browser/messages.ts';
import type { Seller } from '../../utils/core/accounts/account.ts';
import { connectPageOf } from './connect-page.ts';

/** The ways out of a sign-in that need no word: it worked, or the user sees the window it is in or has closed it. */
const quietEnds = ['signed-in', 'window-closed', 'already-open'];

/**
 * Signs in to a connected seller again, in its own window. Where more is to be said first (a permission is missing, it
 * names other hosts than before) the connect page opens, which says it.
 */
export function useSignIn(seller: Seller) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const start = async () => {
    const found = await send('findSeller', { origin: seller.origin });
    const isAsBefore = found.kind === 'found' && found.isGranted && found.previousHosts === null;
    if (!isAsBefore || !found.seller.signIn || found.fields.length > 0) {
      // Null: the browser opens nothing so long after a press.
      return window.open(connectPageOf(seller), '_blank') !== null;
    }
    const result = await send('signIn', { foundId: found.id });
    return quietEnds.includes(result.kind);
  };
  const signIn = () => {
    if (state === 'busy') return;
    setState('busy');
    start().then(
      (hasWorked) => setState(hasWorked ? 'idle' : 'failed'),
      () => setState('failed'),
    );
  };
  return { isBusy: state === 'busy', hasFailed: state === 'failed', signIn };
}
