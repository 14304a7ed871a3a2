import { t } from '../../../utils/browser/i18n.ts';
import type { SignInResult } from '../../../utils/browser/messages.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { demoSeller } from '../../../utils/core/demo/demo-card.ts';
import { demoHistory } from '../../../utils/core/demo/demo-history.ts';
import { demo } from '../../../utils/providers/entered/demo.ts';
import { changeOf, read, readIndex, updateAll } from '../state/state-store.ts';
import { addAccountFromForm } from './add-account.ts';

/** Adds the demo card, with a past to look at. Beside a real card there is none. */
export async function startDemo(): Promise<SignInResult> {
  if ((await readIndex()).accounts.length > 0) return { kind: 'not-found' };
  const seller = demoSeller(t('demo.card'), Date.now());
  const result = await addAccountFromForm(demo, seller, null, null);
  if (result.kind === 'signed-in') await savePast(result.accountId);
  return result;
}

async function savePast(accountId: string): Promise<void> {
  const [account, snapshot] = [await read(keys.account(accountId)), await read(keys.snapshot(accountId))];
  const [card] = snapshot?.cards ?? [];
  const history = account && snapshot && demoHistory(account.seller, snapshot.measuredAt);
  if (!card || !history) return;
  const id = { accountId, cardKey: card.key };
  const { samples, archive } = history;
  const changes = [changeOf(keys.samples(id), samples), changeOf(keys.archive(id), archive)];
  await updateAll([keys.samples(id), keys.archive(id)], () => changes, account);
}
