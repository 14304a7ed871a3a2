import * as v from 'valibot';
import type { Undoable } from '../undo/undoable.ts';
import { instant, type Schema, text } from './schema-parts.ts';

export const undoable: Schema<Undoable> = v.object({
  at: instant,
  kind: v.picklist(['order-closed', 'card-hidden', 'card-removed']),
  accountId: text,
  cardKey: v.nullable(text),
  orderId: v.nullable(text),
  values: v.record(text, v.unknown()),
});
