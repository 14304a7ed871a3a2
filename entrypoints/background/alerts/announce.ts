import { countText, isolated, t } from '../../../utils/browser/i18n.ts';
import { canNotify, showNotification } from '../../../utils/browser/notifications.ts';
import { type Key, keys } from '../../../utils/browser/storage-keys.ts';
import { summaryNotificationId } from '../../../utils/core/alerts/notification-id.ts';
import { defaultSettings } from '../../../utils/core/settings.ts';
import { type Change, read, type StoredValues, updateAll } from '../state/state-store.ts';

/**
 * Something to tell the user now. `text` is put together when it is shown: of a thousand cards it would take a second.
 * `wasDeferred`: by quiet hours.
 */
export type Notice = { id: string; text: () => Promise<NoticeText>; wasDeferred: boolean };

/** `line`: the same in one line, which names the card. */
export type NoticeText = { title: string; message: string; buttons: string[]; line: string };

/** What one part of Gigabar has to tell now. `outcome`: what follows from whether the browser has accepted it. */
export type Announcement = { notices: readonly Notice[]; outcome: (isAccepted: boolean) => Outcome };

/** What to store, by which values; `times`: when time alone may make the next notice due (our clock). */
export type Outcome = {
  toRead: readonly Key[];
  change: (values: StoredValues) => readonly Change[];
  times: readonly number[];
};

/**
 * One moment, one notification, whatever it is about, and one step that records it: all of it was told, or none. Returns
 * when the next may be due.
 */
export async function announce(announcements: readonly Announcement[]): Promise<number[]> {
  const isAccepted = await showAsOne(announcements.flatMap(({ notices }) => notices)).catch(() => false);
  const outcomes = announcements.map(({ outcome }) => outcome(isAccepted));
  const toRead = outcomes.flatMap((one) => one.toRead);
  // What could not be recorded is told again, under the same id.
  if (toRead.length > 0) {
    await updateAll(toRead, (values) => outcomes.flatMap(({ change }) => change(values))).catch(() => undefined);
  }
  return outcomes.flatMap(({ times }) => times);
}

/** No system shows as many in one notification. */
const maxLines = 50;

async function showAsOne(notices: readonly Notice[]): Promise<boolean> {
  const [first] = notices;
  if (!first || !canNotify()) return false;
  const { privacyMode } = (await read(keys.settings)) ?? defaultSettings;
  const hidden = { title: t('privacy.alert'), message: t('privacy.alertSays') };
  if (notices.length === 1) {
    const { title, message, buttons } = await first.text();
    return showNotification({ id: first.id, title, message, buttons, ...(privacyMode ? hidden : {}) });
  }
  const isAfterQuiet = notices.every(({ wasDeferred }) => wasDeferred);
  return showNotification({
    id: summaryNotificationId(notices.map(({ id }) => id)),
    title: isAfterQuiet ? t('alert.summary') : t('alert.several', { count: countText(notices.length) }),
    message: privacyMode ? hidden.message : await linesOf(notices.slice(0, maxLines)),
    buttons: [],
  });
}

async function linesOf(notices: readonly Notice[]): Promise<string> {
  const texts = await Promise.all(notices.map(({ text }) => text()));
  return texts.map(({ line }) => line).join('\n');
}

/** "Axis Europe: 3 GB has arrived" */
export function lineAbout(card: string, text: string): string {
  return `${isolated(card)}: ${text}`;
}
