import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { send } from '../../utils/browser/messages.ts';
import { watchPermissions } from '../../utils/browser/permissions.ts';
import { watchStored } from '../../utils/browser/storage.ts';
import type { CardId } from '../../utils/core/usage/card-id.ts';
import { readAsWritten, readChecked } from '../page/stored-readers.ts';
import { afterFirstPaint } from './after-first-paint.ts';
import { loadPopupState, type PopupState } from './popup-state.ts';
import { useThrow } from './use-throw.ts';

/** `isChecked` false: it is as it was written, and nobody has looked whether it is sound. */
export type ReadState = { state: PopupState; isChecked: boolean };

/** For the first paint: as it was written or, where another version has written something, checked. */
export async function loadFirstState(requested: CardId | null): Promise<ReadState> {
  try {
    return { state: await loadPopupState(requested, readAsWritten), isChecked: false };
  } catch {
    return loadCheckedState(requested);
  }
}

/** As the background reads it. Where that does not answer, nobody else could act on what is shown either. */
export async function loadCheckedState(requested: CardId | null): Promise<ReadState> {
  return { state: await loadPopupState(requested, readChecked), isChecked: true };
}

type Shown = ReadState & { show: (card: CardId) => void };

/** The state, checked after the first paint and at each change of storage or permissions; and how to show another card. */
export function usePopupState(first: ReadState, initialId: CardId | null): Shown {
  const [{ state, isChecked }, setRead] = useState(first);
  const [canSave, setCanSave] = useState(true);
  const fail = useThrow();
  // The popup stays on its card even if the toolbar moves on to another.
  const requested = useRef(initialId ?? first.state.card);
  const loads = useRef(0);
  const reload = () => {
    loads.current += 1;
    const thisLoad = loads.current;
    loadCheckedState(requested.current).then((next) => {
      if (thisLoad !== loads.current) return;
      requested.current ??= next.state.card;
      setRead(next);
    }, fail);
  };
  const reloadWith = (isSaving: boolean) => {
    setCanSave(isSaving);
    reload();
  };
  // A layout effect runs with the first render: no change after it is missed.
  useLayoutEffect(() => {
    const stops = [watchStored(() => reloadWith(true)), watchPermissions(reload)];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  useEffect(() => {
    void afterFirstPaint().then(() => {
      if (!first.isChecked) reload();
      send('popupOpened', { card: first.state.card }).then((answer) => reloadWith(answer?.canSave ?? true), reload);
    });
  }, []);
  const show = (card: CardId) => {
    requested.current = card;
    reload();
    send('popupOpened', { card }).catch(() => undefined);
  };
  return { state: { ...state, canSave }, isChecked, show };
}
