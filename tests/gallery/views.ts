import type { PopupState } from '../../components/hooks/popup-state.ts';
import { dayOf } from '../../utils/core/traffic/day-traffic.ts';
import { hourMs } from '../../utils/core/values/time.ts';
import { eachOnce, now, popupState, type StateName, titleOf } from '../unit/support/popup-states.ts';
import { storedOf } from './stored-state.ts';

export type Theme = 'light' | 'dark';

/** A page in a state. `width`, `height`: of its window, in CSS pixels. */
export type View = {
  page: string;
  width: number;
  height: number;
  given: (theme: Theme) => {
    now: number;
    stored: Record<string, unknown>;
    answers?: Record<string, unknown>;
    permissions?: string[];
  };
};

const inTheme = (shown: PopupState, theme: Theme): PopupState => ({
  ...shown,
  settings: { ...shown.settings, theme },
});

const pageView = (page: string, shown: PopupState, height: number, answers = {}): View => ({
  ...{ page, width: 360, height },
  given: (theme) => ({ now, stored: storedOf(inTheme(shown, theme)), answers }),
});

const popupView = (name: StateName): View => pageView('popup.html', popupState(name), 480);

const nothing: PopupState = {
  ...popupState({}),
  ...{ index: { accounts: [], shown: null, requested: null }, accountId: null, card: null },
  ...{ account: null, snapshot: null, check: null, offers: null, orders: [], samples: null, alerts: null },
};

/** After some checks of the day. */
const inUse = (shown: PopupState): PopupState => ({
  ...shown,
  check: shown.check && {
    ...shown.check,
    pace: { paceMs: hourMs, reason: 'nothing-soon' },
    traffic: { day: dayOf(now, 'Europe/Stockholm'), bytes: 146_000 },
  },
});

export const views: Record<string, View> = {
  'popup-ok': popupView({}),
  'popup-warning': popupView({ status: 'runs out', isMany: true }),
  'popup-order-open': popupView({ status: 'runs out', order: 'on its way' }),
  'popup-must-act': popupView({ failure: 'signed-out' }),
  'popup-late': popupView({ status: 'close', order: 'late' }),
  'popup-nothing': pageView('popup.html', nothing, 480),
  connect: pageView('connect.html', nothing, 900, { listProviders: [] }),
  settings: pageView('options.html', inUse(popupState({ isMany: true })), 900),
  history: pageView('history.html', popupState({ status: 'runs out', order: 'arrived' }), 900),
  help: pageView('help.html', popupState({}), 900),
  ...Object.fromEntries(eachOnce.map((name) => [titleOf(name), popupView(name)])),
};

/** Those whose pictures are kept. */
export const goldenViews = [
  ...['popup-ok', 'popup-warning', 'popup-order-open', 'popup-must-act'],
  ...['connect', 'settings', 'history'],
];
