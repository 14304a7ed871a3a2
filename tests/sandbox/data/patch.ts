import type { Patch } from '../types.ts';

/** `undefined` removes a member; `null` is sent as null. */
export function applyPatch<T extends object>(value: T, patch: Patch<T>): T {
  const merged: Record<string, unknown> = { ...value, ...patch };
  for (const [key, member] of Object.entries(merged)) if (member === undefined) delete merged[key];
  return merged as T;
}
