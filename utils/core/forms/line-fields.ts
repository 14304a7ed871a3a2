import { checked, type FieldDefinition } from './form-field.ts';

/* Fields for what a person knows of a line and its plan, and what is shown of it may not tell. */

const extra = { isOptional: true, isExtra: true } as const;
const isUnused = { name: 'firstUse', is: checked };

export const firstUseFields: readonly FieldDefinition[] = [
  { name: 'firstUse', textKey: 'firstUse', kind: 'check', ...extra },
  { name: 'startBefore', textKey: 'startBefore', kind: 'date', ...extra, when: isUnused },
];
export const firstUseDaysField: FieldDefinition = {
  ...{ name: 'firstUseDays', textKey: 'firstUseDays', kind: 'days', ...extra },
  when: isUnused,
};
export const lineEndField: FieldDefinition = { name: 'lineEndsAt', textKey: 'lineEndsAt', kind: 'date', ...extra };
export const creditField: FieldDefinition = { name: 'credit', textKey: 'credit', kind: 'price', ...extra };
