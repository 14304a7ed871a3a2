import { endAllSessions } from './data/sessions.ts';
import { getSubscriber, setLeftBytes, setUnlimited, setUseRate } from './data/subscribers.ts';
import { reseed } from './data/tables.ts';
import { creditPaidTopUps } from './data/top-ups.ts';
import type { UserName, WebsiteControls } from './types.ts';
import { applyDueChanges, settingsFrom, type WebsiteContext } from './website-context.ts';

/** What tests and the console can do with a site. */
export function websiteControls(context: WebsiteContext): WebsiteControls {
  const { db, settings } = context;
  const left = (user: UserName = 'anna') => {
    applyDueChanges(context);
    return getSubscriber(db, user).leftBytes;
  };
  return {
    left,
    use: (bytes, user = 'anna') => setLeftBytes(db, user, left(user) - bytes),
    setLeft: (bytes, user = 'anna') => setLeftBytes(db, user, bytes),
    useSteadily: (bytesPerSecond, user = 'anna') => {
      applyDueChanges(context);
      setUseRate(db, user, bytesPerSecond);
    },
    setUnlimited: (on, user = 'anna') => setUnlimited(db, user, on),
    creditNow: () => creditPaidTopUps(db, Date.now()),
    redesign: () => {
      settings.isRedesigned = true;
    },
    restoreDesign: () => {
      settings.isRedesigned = false;
    },
    setLanguage: (language) => {
      settings.language = language;
    },
    signEveryoneOut: () => endAllSessions(db),
    fail: (status, retryAfter) => {
      settings.obstacle = status && { kind: 'failure', status, retryAfter: retryAfter ?? null };
    },
    challenge: (on, status = 403) => {
      settings.obstacle = on ? { kind: 'challenge', status } : null;
    },
    setWeight: (bytes) => {
      settings.weightBytes = bytes;
    },
    reset: () => {
      reseed(db, context.options.expiresAt);
      Object.assign(settings, settingsFrom(context.options));
    },
  };
}
