/* What is loaded right after the popup's first paint: what stands below the figure, and what opens from it. */

export { RecentUsage } from '../chart/RecentUsage.tsx';
export { OtherPlans } from '../offers/OtherPlans.tsx';
export { PurchaseConfirmation } from '../renew/PurchaseConfirmation.tsx';
export { PurchaseError } from '../renew/PurchaseError.tsx';
export { LiveRegion } from '../ui/LiveRegion.tsx';
export { UndoLine } from '../undo/UndoLine.tsx';
export { CardParts } from './details/CardParts.tsx';
export { CardMenu } from './header/CardMenu.tsx';
export { OtherCardsRow } from './OtherCardsRow.tsx';
export { Snooze } from './Snooze.tsx';
