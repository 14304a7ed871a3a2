import { useEffect, useReducer } from 'preact/hooks';
import { afterFirstPaint } from '../hooks/after-first-paint.ts';
import { useThrow } from '../hooks/use-throw.ts';

/* The parts of the popup that its first paint does without, each a script of its own. */

const sources = {
  rest: () => import('./rest-parts.ts'),
  orders: () => import('./order-parts.ts'),
  rare: () => import('./rare-parts.ts'),
};

type PartName = keyof typeof sources;
type Parts = { [Name in PartName]: Awaited<ReturnType<(typeof sources)[Name]>> };

export type RestParts = Parts['rest'];
export type RareParts = Parts['rare'];

const loaded: Partial<Parts> = {};

async function loadPart<Name extends PartName>(name: Name): Promise<void> {
  loaded[name] ??= (await sources[name]()) as Parts[Name];
}

/** Everything that a view may ask for. */
export async function loadAllParts(): Promise<void> {
  await Promise.all([loadPart('rest'), loadPart('orders'), loadPart('rare')]);
}

/**
 * A part, loaded after what is shown without it is on screen; null: it is not there yet. `isNeeded` false: null, unless
 * it is there.
 */
export function usePart<Name extends PartName>(name: Name, isNeeded: boolean): Parts[Name] | null {
  const [, renderAgain] = useReducer((count: number) => count + 1, 0);
  const part: Parts[Name] | null = loaded[name] ?? null;
  const isMissing = isNeeded && part === null;
  const fail = useThrow();
  useEffect(() => {
    if (!isMissing) return;
    afterFirstPaint()
      .then(() => loadPart(name))
      .then(() => renderAgain(undefined), fail);
  }, [isMissing]);
  return part;
}
