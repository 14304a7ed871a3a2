import { useEffect, useState } from 'preact/hooks';
import { watchStored } from '../../utils/browser/storage.ts';
import { keys } from '../../utils/browser/storage-keys.ts';
import type { Account, SellerPage } from '../../utils/core/accounts/account.ts';
import type { PageRecipe } from '../../utils/core/page/recipe.ts';
import type { PageReads } from '../../utils/core/page/ways/page-reads.ts';
import { readChecked } from '../page/stored-readers.ts';
import { useThrow } from './use-throw.ts';

/** What is stored of an account whose figures are read from its seller's page. */
export type PageAccount = { account: Account; page: SellerPage; reads: PageReads | null; recipe: PageRecipe | null };

/** Null until it is loaded, and for an account without a page. */
export function usePageAccount(accountId: string): PageAccount | null {
  const [loaded, setLoaded] = useState<PageAccount | null>(null);
  const fail = useThrow();
  useEffect(() => {
    const stored = [keys.account(accountId), keys.pageReads(accountId), keys.recipe(accountId)] as const;
    const names = stored.map(({ name }) => name);
    const load = async () => {
      const valueAt = await readChecked(stored);
      const account = valueAt(stored[0]);
      if (!account?.seller.page) return setLoaded(null);
      const [reads, recipe] = [valueAt(stored[1]), valueAt(stored[2])];
      setLoaded({ account, page: account.seller.page, reads, recipe });
    };
    const reload = () => void load().catch(fail);
    reload();
    return watchStored((changed) => changed.some((name) => names.includes(name)) && reload());
  }, [accountId]);
  return loaded;
}
