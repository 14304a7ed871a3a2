import { countText, isolated, t } from '../../../utils/browser/i18n.ts';
import { showNotification } from '../../../utils/browser/notifications.ts';
import { summaryNotificationId } from '../../../utils/core/alerts/notification-id.ts';

/** Something to tell the user now. `line`: the same in one line, which names the card. `wasDeferred`: by quiet hours. */
export type Notice = {
  id: string;
  title: string;
  message: string;
  buttons: string[];
  line: string;
  wasDeferred: boolean;
};

/**
 * What one part of Gigabar has to tell now. `settle` records whether the browser has accepted it, and returns when time
 * alone may make the next notice due (our clock).
 */
export type Announcement = { notices: readonly Notice[]; settle: (isAccepted: boolean) => Promise<number[]> };

/** One moment, one notification, whatever it is about. Returns when the next may be due. */
export async function announce(announcements: readonly Announcement[]): Promise<number[]> {
  const isAccepted = await showAsOne(announcements.flatMap(({ notices }) => notices)).catch(() => false);
  const times = [];
  for (const { settle } of announcements) times.push(...(await settle(isAccepted).catch(() => [])));
  return times;
}

async function showAsOne(notices: readonly Notice[]): Promise<boolean> {
  const [first] = notices;
  if (!first) return false;
  if (notices.length === 1) return showNotification(first);
  const isAfterQuiet = notices.every(({ wasDeferred }) => wasDeferred);
  return showNotification({
    id: summaryNotificationId(notices.map(({ id }) => id)),
    title: isAfterQuiet ? t('alert.summary') : t('alert.several', { count: countText(notices.length) }),
    message: notices.map(({ line }) => line).join('\n'),
    buttons: [],
  });
}

/** "Axis Europe: 3 GB has arrived" */
export function lineAbout(card: string, text: string): string {
  return `${isolated(card)}: ${text}`;
}
