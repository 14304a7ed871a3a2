import { useEffect, useState } from 'preact/hooks';
import { watchStored } from '../../utils/browser/storage.ts';
import { keys } from '../../utils/browser/storage-keys.ts';
import type { PageDraft } from '../../utils/core/page/page-draft.ts';
import { useThrow } from '../hooks/use-throw.ts';
import { readChecked } from '../page/stored-readers.ts';

/** A draft with what is pointed at for it on its page, in another tab. One that is gone stays as it was. */
export function useDraft(loaded: PageDraft): PageDraft {
  const [draft, setDraft] = useState(loaded);
  const fail = useThrow();
  useEffect(() => {
    const { name } = keys.pageDraft;
    const load = async () => {
      const stored = (await readChecked([keys.pageDraft]))(keys.pageDraft);
      if (stored?.id === loaded.id) setDraft(stored);
    };
    const reload = () => void load().catch(fail);
    reload();
    return watchStored((changed) => changed.includes(name) && reload(), 'session');
  }, [loaded.id]);
  return draft;
}
