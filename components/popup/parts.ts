import { useEffect, useReducer } from 'preact/hooks';
import { afterFirstPaint } from '../hooks/after-first-paint.ts';
import { useThrow } from '../hooks/use-throw.ts';
import type * as orders from './order-parts.ts';
import type * as rare from './rare-parts.ts';
import type * as rest from './rest-parts.ts';

/* The parts of the popup that its first paint does without, as the views ask for them. */

type Parts = { rest: typeof rest; orders: typeof orders; rare: typeof rare };
type PartName = keyof Parts;

export type RestParts = Parts['rest'];
export type RareParts = Parts['rare'];
export type PartSources = { [Name in PartName]: () => Promise<Parts[Name]> };

let sources: PartSources | null = null;
const loaded: Partial<Parts> = {};

/** Where the parts come from. Until it is said, there is none of them. */
export function provideParts(given: PartSources): void {
  sources = given;
}

async function loadPart<Name extends PartName>(name: Name): Promise<void> {
  if (sources) loaded[name] ??= (await sources[name]()) as Parts[Name];
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
