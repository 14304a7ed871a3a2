import type { Page } from '@playwright/test';

/* The browser's API, as seen from the extension's pages. */
declare const chrome: {
  alarms: {
    create: (name: string, o: { when: number }) => Promise<void>;
    get: (name: string) => Promise<{ scheduledTime: number } | undefined>;
    onAlarm: { addListener: (listener: () => void) => void; removeListener: (listener: () => void) => void };
  };
};

/** `probe`: a page of the extension. */
export function alarmControls(probe: Page) {
  /** Epoch milliseconds; null: no alarm is set. */
  const nextAlarmAt = async () => (await probe.evaluate(() => chrome.alarms.get('wake')))?.scheduledTime ?? null;

  return {
    nextAlarmAt,

    /** NaN while no alarm is set, as between its firing and the worker's planning of the next. */
    msUntilAlarm: async () => ((await nextAlarmAt()) ?? Number.NaN) - Date.now(),

    /**
     * Fires the alarm now. Repeats it if the worker, which was just finishing, has set it to a later time meanwhile.
     */
    fireAlarm: () =>
      probe.evaluate(
        () =>
          new Promise<void>((done) => {
            let hasFired = false;
            const fire = () => void chrome.alarms.create('wake', { when: Date.now() });
            const retry = setInterval(async () => {
              const alarm = await chrome.alarms.get('wake');
              if (!hasFired && alarm && alarm.scheduledTime > Date.now()) fire();
            }, 1000);
            const onFired = () => {
              hasFired = true;
              clearInterval(retry);
              chrome.alarms.onAlarm.removeListener(onFired);
              done();
            };
            chrome.alarms.onAlarm.addListener(onFired);
            fire();
          }),
      ),
  };
}
