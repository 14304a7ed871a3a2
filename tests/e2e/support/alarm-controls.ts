import type { Page } from '@playwright/test';

/* The browser's API, as seen from the extension's pages. */
declare const chrome: {
  alarms: {
    create: (name: string, o: { when: number }) => Promise<void>;
    get: (name: string) => Promise<{ scheduledTime: number } | undefined>;
    onAlarm: { addListener: (listener: () => void) => void; removeListener: (listener: () => void) => void };
  };
  runtime: { getContexts: (o: object) => Promise<unknown[]>; sendMessage: (message: object) => Promise<unknown> };
};

/** `probe`: a page of the extension. */
export function alarmControls(probe: Page) {
  /** Epoch milliseconds; null: no alarm is set. */
  const nextAlarmAt = async () => (await probe.evaluate(() => chrome.alarms.get('wake')))?.scheduledTime ?? null;

  /** Waits until a running worker has planned what comes next; does not start one that does not run. */
  const whenPlanned = () =>
    probe.evaluate(async () => {
      const [worker] = await chrome.runtime.getContexts({ contextTypes: ['BACKGROUND'] });
      if (worker) await chrome.runtime.sendMessage({ type: 'pageOpened', payload: {} }).catch(() => undefined);
    });

  return {
    nextAlarmAt,

    /** NaN while no alarm is set, as between its firing and the worker's planning of the next. */
    msUntilAlarm: async () => ((await nextAlarmAt()) ?? Number.NaN) - Date.now(),

    /**
     * Fires the alarm now, which brings the next check. Repeats it if the worker, which was just finishing, has set it to
     * a later time meanwhile.
     */
    fireAlarm: async () => {
      await whenPlanned();
      await probe.evaluate(
        () =>
          new Promise<void>((done) => {
            const fire = () => void chrome.alarms.create('wake', { when: Date.now() });
            const retry = setInterval(async () => {
              const alarm = await chrome.alarms.get('wake');
              if (alarm && alarm.scheduledTime > Date.now()) fire();
            }, 1000);
            const onFired = () => {
              clearInterval(retry);
              chrome.alarms.onAlarm.removeListener(onFired);
              done();
            };
            chrome.alarms.onAlarm.addListener(onFired);
            fire();
          }),
      );
    },
  };
}
