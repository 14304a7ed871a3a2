import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/browser/i18n.ts';
import { send } from '../../utils/browser/messages.ts';
import { getStored, watchStored } from '../../utils/browser/storage.ts';
import { keys } from '../../utils/browser/storage-keys.ts';
import { canUndo, type Undoable, undoableForMs } from '../../utils/core/undo/undoable.ts';
import '../ui/button.css';
import './UndoLine.css';

type Shown = { kind: 'done'; what: Undoable['kind'] } | { kind: 'undone' | 'too-late' };

const words = {
  'order-closed': 'undo.orderClosed',
  'card-hidden': 'undo.cardHidden',
  'card-removed': 'undo.cardRemoved',
} as const;

const { name } = keys.undoable;

/** One line that says what the user has just done on this page, with the way back, for as long as there is one. */
export function UndoLine() {
  const [shown, show] = useState<Shown | null>(null);
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onChanged = async () => {
      const { [name]: saved } = await getStored([name], 'session');
      // A session has no values of other versions.
      const undoable = (saved as Undoable | undefined) ?? null;
      clearTimeout(timer);
      if (!undoable || !canUndo(undoable, Date.now())) return leave(line.current, show);
      show({ kind: 'done', what: undoable.kind });
      timer = setTimeout(() => leave(line.current, show), undoableForMs);
    };
    const stop = watchStored((names) => {
      if (names.includes(name)) onChanged().catch(() => undefined);
    }, 'session');
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  const undo = async () => {
    const isUndone = await send('undo', {}).then(
      (answer) => answer.isUndone,
      () => false,
    );
    show({ kind: isUndone ? 'undone' : 'too-late' });
    // The button is gone.
    line.current?.focus();
  };
  return (
    <div
      role="status"
      class="undo-line"
      data-testid="undo-line"
      tabIndex={-1}
      ref={line}
      onBlur={() => {
        if (shown && shown.kind !== 'done') show(null);
      }}
    >
      {shown ? (
        <p>{t(shown.kind === 'done' ? words[shown.what] : `undo.${shown.kind === 'undone' ? 'undone' : 'tooLate'}`)}</p>
      ) : null}
      {shown?.kind === 'done' ? (
        <button type="button" class="small-button" data-testid="undo" onClick={() => void undo()}>
          {t('undo.undo')}
        </button>
      ) : null}
    </div>
  );
}

/** Not under the user's focus: a press then says that it is too late. */
function leave(line: HTMLElement | null, show: (shown: Shown | null) => void): void {
  if (!line?.contains(document.activeElement)) show(null);
}
