/** A page, whichever browser shows it. What is to be pressed is waited for. */
export type Shown = {
  press: (selector: string) => Promise<void>;
  /** Its words; empty while it is not there. */
  text: (selector: string) => Promise<string>;
  /** Lets the page ask its own site for something without saying where from. */
  fetchSilently: (path: string) => Promise<void>;
  close: () => Promise<void>;
};

/** A browser, in which the extension is installed as if for the first time, once per test. */
export type Started = { install: () => Promise<Opened>; close: () => Promise<void> };

/** The extension in its browser. */
export type Opened = {
  /** A page of the extension, in a tab. */
  open: (page: string) => Promise<Shown>;
  /** Any other page, in a tab, once it has loaded. */
  visit: (url: string) => Promise<Shown>;
  badge: () => Promise<string>;
  /** Rings the extension's alarm; a worker that is just setting it may not hear that. */
  wake: () => Promise<void>;
  uninstall: () => Promise<void>;
};
