/*
 * What stands above the figure or in the place of it, or of the button to renew, and seldom does. Where any of it is
 * needed the first paint waits for it, so that nothing is moved.
 */

export { DemoRenewal } from '../renew/DemoRenewal.tsx';
export { RequiredAct } from './act/RequiredAct.tsx';
export { EmptyState } from './no-card/EmptyState.tsx';
export { MissingCard } from './no-card/MissingCard.tsx';
export { UnreadableAccount } from './no-card/UnreadableAccount.tsx';
export { Notices } from './notices/Notices.tsx';
export { PageNotice } from './notices/PageNotice.tsx';
