/* What is loaded right after the popup's first paint: what stands below the figure, and what opens from it. */

export { PurchaseEffect } from '../renew/PurchaseEffect.tsx';
export { UndoLine } from '../undo/UndoLine.tsx';
export { CardRows } from './CardRows.tsx';
export { CardParts } from './details/CardParts.tsx';
export { CardMenu } from './header/CardMenu.tsx';
export { Snooze } from './Snooze.tsx';
