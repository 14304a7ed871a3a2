/** A page in any browser. `press` waits for its element. */
export type OpenedPage = {
  press: (selector: string) => Promise<void>;
  /** The text of all matching elements; empty if there are none. */
  text: (selector: string) => Promise<string>;
  /** Makes the page request a path of its own site without a referrer. */
  fetchSilently: (path: string) => Promise<void>;
  close: () => Promise<void>;
};

/** A browser, in which the extension is newly installed for each test. */
export type StartedBrowser = { install: () => Promise<InstalledExtension>; close: () => Promise<void> };

/** The extension in its browser. */
export type InstalledExtension = {
  /** A page of the extension, in a tab. */
  open: (page: string) => Promise<OpenedPage>;
  /** Any other page, in a tab, once it has loaded. */
  visit: (url: string) => Promise<OpenedPage>;
  badge: () => Promise<string>;
  /** Sets the extension's alarm to now; a worker that sets it at the same time may override that. */
  fireAlarm: () => Promise<void>;
  uninstall: () => Promise<void>;
};
