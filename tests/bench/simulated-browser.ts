import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import type { Random } from './random.ts';

/*
 * A browser in which days pass at once: the built background runs in it, ends when it has had nothing to do for half a
 * minute, and is started anew by the next alarm. Its network is `fetch` of the caller.
 */

const folder = '.output/chrome-mv3';
const idleMs = 30_000;
/** A packed Chromium rings no alarm sooner. */
const shortestAlarmMs = 30_000;

type Values = Record<string, unknown>;
type Listener = (...args: unknown[]) => unknown;
type Timer = { at: number; run: () => void };

/** `forWhat`: how often each reason was what the alarm that woke the worker was set for. */
type Counted = {
  wakes: number;
  forWhat: Record<string, number>;
  writes: Record<'local' | 'session', { calls: number; bytes: number }>;
};

function event() {
  const listeners: Listener[] = [];
  return {
    api: { addListener: (listener: Listener) => void listeners.push(listener), removeListener: () => undefined },
    fire: (...args: unknown[]) => {
      for (const listener of listeners) listener(...args);
    },
    forget: () => void listeners.splice(0),
  };
}

/** What nothing of the simulation needs: events that never come, and calls that answer nothing. */
const unused: object = new Proxy(() => undefined, {
  get: (_, name) => (name === 'then' ? undefined : name === 'addListener' ? () => undefined : unused),
  apply: async () => undefined,
});

function withUnused(api: Values): Values {
  return new Proxy(api, { get: (known, name) => (Object.hasOwn(known, name) ? known[String(name)] : unused) });
}

export function simulateBrowser(
  startAt: number,
  random: Random,
  fetchInstead: (request: Request) => Promise<Response>,
) {
  const clock = { now: startAt };
  const stored: Record<'local' | 'session', Values> = { local: {}, session: {} };
  const counted: Counted = {
    wakes: 0,
    forWhat: {},
    writes: { local: { calls: 0, bytes: 0 }, session: { calls: 0, bytes: 0 } },
  };
  const alarms = new Map<string, number>();
  const timers = new Map<number, Timer>();
  const onAlarm = event();
  let calls = 0;
  let timerId = 0;
  const answer = async <T>(value: T): Promise<T> => {
    calls += 1;
    return value;
  };
  const area = (name: 'local' | 'session') => {
    const values = stored[name];
    const count = (what: unknown) => {
      counted.writes[name].calls += 1;
      counted.writes[name].bytes += JSON.stringify(what).length;
    };
    const pick = (names: string[] | null) =>
      Object.fromEntries(Object.entries(values).filter(([key]) => names === null || names.includes(key)));
    return {
      get: (names: string[] | null) => answer(structuredClone(pick(names))),
      getKeys: () => answer(Object.keys(values)),
      getBytesInUse: () => answer(0),
      QUOTA_BYTES: 10_485_760,
      set: (changes: Values) => {
        count(changes);
        Object.assign(values, structuredClone(changes));
        return answer(undefined);
      },
      remove: (names: string[]) => {
        count(names);
        for (const key of names) delete values[key];
        return answer(undefined);
      },
      setAccessLevel: () => answer(undefined),
    };
  };
  const texts: Record<string, { message: string }> = JSON.parse(
    readFileSync(`${folder}/_locales/en/messages.json`, 'utf8'),
  );
  const shown = { text: '', title: '' };
  const apis: Record<string, Values> = {
    runtime: {
      id: 'gigabar',
      getURL: (path: string) => `chrome-extension://gigabar/${path}`,
      getContexts: () => answer([]),
    },
    storage: { local: area('local'), session: area('session'), sync: unused },
    alarms: {
      create: (name: string, { when }: { when: number }) => answer(void alarms.set(name, when)),
      get: (name: string) => answer(alarms.has(name) ? { name, scheduledTime: alarms.get(name) } : undefined),
      clear: (name: string) => answer(alarms.delete(name)),
      onAlarm: onAlarm.api,
    },
    action: {
      setBadgeText: ({ text }: { text: string }) => answer(void Object.assign(shown, { text })),
      setTitle: ({ title }: { title: string }) => answer(void Object.assign(shown, { title })),
      getBadgeText: () => answer(shown.text),
      getTitle: () => answer(shown.title),
      setBadgeBackgroundColor: () => answer(undefined),
      setBadgeTextColor: () => answer(undefined),
    },
    permissions: { contains: () => answer(true) },
    notifications: { getAll: () => answer({}), create: answer },
    contextMenus: { removeAll: () => answer(undefined), create: () => undefined },
    scripting: { getRegisteredContentScripts: () => answer([]) },
    i18n: { getMessage: (name: string) => texts[name]?.message ?? '', getUILanguage: () => 'en' },
  };
  const namespaces = Object.entries(apis).map(([name, api]) => [name, withUnused(api)]);
  const browser = withUnused(Object.fromEntries(namespaces));
  const scripts = new Map<string, Script>();
  const run = (name: string) => {
    const script = scripts.get(name) ?? new Script(readFileSync(`${folder}/${name}`, 'utf8'));
    scripts.set(name, script);
    script.runInThisContext();
  };

  const countWake = () => {
    const { reason } = (stored.session.wake ?? { reason: 'none' }) as { reason: string };
    counted.wakes += 1;
    counted.forWhat[reason] = (counted.forWhat[reason] ?? 0) + 1;
  };

  /** Until the worker waits for nothing but time. */
  const settle = async () => {
    for (let quiet = 0, before = calls; quiet < 8; before = calls) {
      await new Promise((resolve) => realImmediate(resolve));
      quiet = calls === before ? quiet + 1 : 0;
    }
  };
  const realImmediate = setImmediate;
  const globals: Values = {
    browser,
    chrome: browser,
    navigator: { onLine: true, language: 'en' },
    addEventListener: () => undefined,
    self: globalThis,
    importScripts: (...names: string[]) => names.forEach(run),
    fetch: (request: Request) => {
      calls += 1;
      return fetchInstead(request);
    },
    setTimeout: (run: () => void, delayMs = 0) => {
      calls += 1;
      timerId += 1;
      const id = timerId;
      if (delayMs <= 0) realImmediate(run);
      else timers.set(id, { at: clock.now + delayMs, run });
      return id;
    },
    clearTimeout: (id: number) => void timers.delete(id),
    Date: dateAt(clock),
    Math: mathWith(() => random.between(0, 1)),
  };

  /** Lets time pass. `onWake`: at each start of the worker, by an alarm. */
  const passUntil = async (until: number) => {
    const before = Object.fromEntries(
      Object.keys(globals).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]),
    );
    for (const [name, value] of Object.entries(globals))
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    let aliveUntil = 0;
    const start = () => {
      timers.clear();
      onAlarm.forget();
      run('background.js');
    };
    try {
      if (alarms.size === 0) start();
      await settle();
      aliveUntil = clock.now + idleMs;
      for (;;) {
        const [name, when] = [...alarms].reduce((a, b) => (b[1] < a[1] ? b : a), ['', Number.POSITIVE_INFINITY]);
        const ringsAt = Math.max(when, clock.now);
        const [id, timer] = [...timers].reduce<[number, Timer | null]>(
          (a, b) => (a[1] && a[1].at <= b[1].at ? a : b),
          [0, null],
        );
        if (timer && timer.at <= Math.min(ringsAt, aliveUntil)) {
          clock.now = Math.max(clock.now, timer.at);
          timers.delete(id);
          timer.run();
        } else {
          if (ringsAt > until) break;
          clock.now = ringsAt;
          alarms.delete(name);
          if (clock.now > aliveUntil) {
            countWake();
            start();
          }
          onAlarm.fire({ name, scheduledTime: when });
        }
        await settle();
        aliveUntil = clock.now + idleMs;
        for (const [set, at] of alarms) alarms.set(set, Math.max(at, clock.now + shortestAlarmMs));
      }
      clock.now = until;
    } finally {
      for (const [name, descriptor] of Object.entries(before)) {
        if (descriptor) Object.defineProperty(globalThis, name, descriptor);
        else delete (globalThis as unknown as Values)[name];
      }
    }
  };
  return { clock, stored, counted, passUntil };
}

function mathWith(random: () => number): Math {
  return Object.create(Math, { random: { value: random } });
}

function dateAt(clock: { now: number }): DateConstructor {
  const RealDate = Date;
  return new Proxy(RealDate, {
    construct: (target, args) => new target(...((args.length > 0 ? args : [clock.now]) as [number])),
    get: (target, name) => (name === 'now' ? () => clock.now : Reflect.get(target, name)),
  });
}
