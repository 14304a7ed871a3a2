/* What only accounts with a seller's page need, loaded where there is one or a number is pointed at. */

export { accountsAt, receiveReport } from '../pages/page-reports.ts';
export { schedulePageRead } from '../pages/page-schedule.ts';
export { setPageLimits, setTopUpPage, setUsualPurchase } from '../pages/page-settings.ts';
export { forgetPicking, keepPicked, pickOnPage, pointOnPage, readVisiblePage } from '../pages/pick-page.ts';
export { readPageByItself } from '../pages/read-by-itself.ts';
export { confirmPage } from './confirm-page.ts';
export { isPageAllowed, pageWayNow } from './page-check.ts';
export { savePageVisit } from './save-page-visit.ts';
