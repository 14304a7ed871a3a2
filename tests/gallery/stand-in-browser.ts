/*
 * What a page of the extension finds in place of the browser when it is opened as a page of the web: values that change
 * only where `showStored` is called, and a background that gives fixed answers. Its source is written into the page, so
 * it must stand by itself.
 */

export type Given = {
  /** The instant that every clock shows. */
  now: number;
  stored: Record<string, unknown>;
  messages: Record<string, { message: string }>;
  /** What the background answers, by message. */
  answers: Record<string, unknown>;
  permissions: string[];
  manifest: Record<string, unknown>;
};

export function standInBrowser({ now, stored, messages, answers, permissions, manifest }: Given): void {
  const PageDate = Date;
  globalThis.Date = class extends PageDate {
    constructor(...parts: unknown[]) {
      super(...((parts.length === 0 ? [now] : parts) as [number]));
    }
    static override now() {
      return now;
    }
  } as DateConstructor;

  const event = { addListener() {}, removeListener() {}, hasListener: () => false };
  type Listener = (changes: Record<string, unknown>) => void;
  const watching = new Set<Listener>();
  const onStored = {
    addListener: (listener: Listener) => watching.add(listener),
    removeListener: (listener: Listener) => watching.delete(listener),
  };
  let values = stored;
  const showStored = (next: Record<string, unknown>) => {
    values = next;
    for (const listener of watching) listener(next);
  };
  const pick = (names: string | string[] | null) =>
    names === null
      ? values
      : Object.fromEntries([names].flat().flatMap((name) => (name in values ? [[name, values[name]]] : [])));
  const area = {
    get: async (names: string[] | null) => pick(names),
    set: async () => {},
    remove: async () => {},
    onChanged: onStored,
  };
  const browser = {
    runtime: {
      id: 'gallery',
      getURL: (path: string) => new URL(path, location.origin).href,
      getManifest: () => manifest,
      sendMessage: async ({ type }: { type: string }) => answers[type],
      onMessage: event,
    },
    i18n: { getMessage: (key: string) => messages[key]?.message ?? '', getUILanguage: () => 'en' },
    storage: { local: area, session: { ...area, get: async () => ({}) } },
    permissions: {
      contains: async ({ permissions: asked = [] }: { permissions?: string[] }) =>
        asked.every((name) => permissions.includes(name)),
      getAll: async () => ({ permissions, origins: [] }),
      request: async () => false,
      onAdded: event,
      onRemoved: event,
    },
    tabs: { query: async () => [], create: async () => ({}), onUpdated: event, onActivated: event },
    action: { getUserSettings: async () => ({ isOnToolbar: true }), getBadgeText: async () => '' },
    commands: { getAll: async () => [] },
  };
  Object.assign(globalThis, { browser, chrome: browser, showStored });
}
