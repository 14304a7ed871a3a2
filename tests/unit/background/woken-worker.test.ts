import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { applyState } from '../../../entrypoints/background/apply-state.ts';
import { checkAccount } from '../../../entrypoints/background/polling/check-account.ts';
import { alarmName } from '../../../utils/browser/alarms.ts';
import { keys } from '../../../utils/browser/storage-keys.ts';
import { hourMs, minuteMs, startOfDay } from '../../../utils/core/values/time.ts';
import { setUpChecks } from './polling/check-setup.ts';
import { changesOf } from './polling/counted-browser.ts';

type Listener = (...args: unknown[]) => unknown;

function listeners() {
  const added: Listener[] = [];
  return {
    event: { addListener: (listener: Listener) => void added.push(listener) },
    fire: (...args: unknown[]) => Promise.all(added.map((listener) => listener(...args))),
  };
}

type Listening = ReturnType<typeof listeners>;
type Listeners = [Listening, Listening, Listening, Listening, Listening];

/** An account that was checked and shown at noon by a worker that has ended since; `start` starts the next one. */
async function ended() {
  vi.spyOn(Date, 'now').mockReturnValue(startOfDay(Date.now()) + 12 * hourMs);
  const set = await setUpChecks();
  const [alarms, startup, installed, messages, others] = Array.from({ length: 5 }, listeners) as Listeners;
  Object.assign(fakeBrowser.contextMenus, {
    ...{ create: () => undefined, removeAll: async () => undefined },
    onClicked: others.event,
  });
  Object.assign(fakeBrowser.alarms, { onAlarm: alarms.event });
  Object.assign(fakeBrowser.runtime, {
    onStartup: startup.event,
    onMessage: messages.event,
    onInstalled: installed.event,
  });
  Object.assign(fakeBrowser.permissions, { onAdded: others.event, onRemoved: others.event });
  Object.assign(fakeBrowser.notifications, { onClicked: others.event, onButtonClicked: others.event });
  vi.stubGlobal('addEventListener', () => undefined);
  await checkAccount(set.account.id);
  await applyState();
  const start = async () => {
    vi.resetModules();
    const { default: background } = await import('../../../entrypoints/background/index.ts');
    background.main();
  };
  const ring = () => alarms.fire({ name: alarmName, scheduledTime: Date.now() });
  const sender = { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/popup.html') };
  const sendMessage = (type: string, payload: object) => messages.fire({ type, payload }, sender);
  const update = () => installed.fire({ reason: 'update' });
  return { ...set, start, ring, startUp: () => startup.fire(), update, sendMessage };
}

/** From now on no answer ever comes. `order`: what was painted and requested, in turn; `requested`: once something was. */
function withoutAnswers() {
  const order: string[] = [];
  const requested = new Promise<void>((resolve) => {
    vi.stubGlobal('fetch', () => {
      order.push('request');
      resolve();
      return new Promise(() => undefined);
    });
  });
  const paint = fakeBrowser.action.setBadgeText.bind(fakeBrowser.action);
  vi.spyOn(fakeBrowser.action, 'setBadgeText').mockImplementation((async (badge: { text: string }) => {
    order.push(`badge ${badge.text}`);
    return paint(badge);
  }) as never);
  return { order, requested };
}

/** A slow disk: what the toolbar needs comes long after what a request needs. */
function slowSamples(): void {
  const { local } = fakeBrowser.storage;
  const get = local.get.bind(local);
  vi.spyOn(local, 'get').mockImplementation((async (names: string[] | null) => {
    const isSlow = names?.some((name) => name.startsWith('samples:'));
    for (let turn = 0; isSlow && turn < 500; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    return get(names);
  }) as never);
}

describe('a worker that is woken', () => {
  test.each(['an alarm', 'a message', 'the start of the browser'])(
    'by %s paints what is stored before its first request',
    async (by) => {
      const { start, ring, sendMessage, startUp, account, clock } = await ended();
      const badge = await fakeBrowser.action.getBadgeText({});
      await fakeBrowser.action.setBadgeText({ text: '' });
      await fakeBrowser.storage.session.clear();
      clock.now += 20 * minuteMs;
      const { order, requested } = withoutAnswers();
      slowSamples();
      await start();
      if (by === 'an alarm') void ring();
      else if (by === 'a message') void sendMessage('refresh', { accountId: account.id });
      else void startUp().then(ring);
      await requested;
      expect(order).toEqual([`badge ${badge}`, 'request']);
    },
  );

  test('paints nothing that the browser shows already', async () => {
    const { start, sendMessage } = await ended();
    const { shown, local } = await changesOf(async () => {
      await start();
      await sendMessage('pageOpened', {});
    });
    expect(shown).toEqual(['getBadgeText', 'getTitle']);
    expect(local).toEqual([]);
  });

  test('paints all of it where the browser shows something else, or was started anew', async () => {
    const { start, sendMessage } = await ended();
    const badge = await fakeBrowser.action.getBadgeText({});
    await fakeBrowser.action.setBadgeText({ text: 'old' });
    await start();
    await sendMessage('pageOpened', {});
    expect(await fakeBrowser.action.getBadgeText({})).toBe(badge);
    await fakeBrowser.storage.session.remove(keys.painted.name);
    const { shown } = await changesOf(async () => {
      await start();
      await sendMessage('pageOpened', {});
    });
    expect(shown).toEqual(expect.arrayContaining(['setBadgeText', 'setTitle', 'removeAll', 'create']));
  });
});

test('after an update nothing is left on the disk that lies in the session', async () => {
  const { start, update } = await ended();
  await fakeBrowser.storage.local.set({ [keys.alarmPlan.name]: { at: 1 } });
  await start();
  await update();
  await vi.waitFor(async () => {
    expect(await fakeBrowser.storage.local.get(keys.alarmPlan.name)).toEqual({});
  });
  expect(await fakeBrowser.storage.session.get(keys.alarmPlan.name)).not.toEqual({});
});
