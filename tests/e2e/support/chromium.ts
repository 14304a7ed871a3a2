import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Worker } from '@playwright/test';
import { findChromium } from '../../tools/find-browser.ts';
import { expect } from './expect.ts';

/** Where the extension is built. */
export const extensionDir = path.resolve('.output/chrome-mv3');

/** `privateWindows`: the extension is allowed in them. */
type Grant = { origins: string[]; api: string[]; privateWindows?: boolean };

export type BrowserOptions = {
  headless?: boolean;
  /** Permissions that the browser grants without its prompt, which tests cannot operate. */
  grant?: Grant;
  args?: string[];
  env?: Record<string, string>;
  profile?: string;
};

export type OpenBrowser = { context: BrowserContext; id: string; profile: string; close: () => Promise<void> };

/** The id of an unpacked extension, which Chromium derives from its absolute path. */
export function idOfUnpacked(folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

export const loopbackGrant = { origins: ['http://127.0.0.1/*', 'http://localhost/*'], api: ['notifications'] };

export function newProfile(grant: Grant = loopbackGrant): string {
  const profile = mkdtempSync(path.join(tmpdir(), 'gigabar-'));
  mkdirSync(path.join(profile, 'Default'));
  const manifest = JSON.parse(readFileSync(path.join(extensionDir, 'manifest.json'), 'utf8'));
  const set = (api: string[]) => ({ api, explicit_host: grant.origins, manifest_permissions: [], scriptable_host: [] });
  const settings = {
    granted_permissions: set([...manifest.permissions, ...grant.api]),
    runtime_granted_permissions: set(grant.api),
    incognito: grant.privateWindows ?? false,
  };
  // Without the developer mode an extension loaded from a folder does not come back from a reload.
  const ui = { developer_mode: true };
  const extensions = {
    ui,
    pinned_extensions: [idOfUnpacked(extensionDir)],
    settings: { [idOfUnpacked(extensionDir)]: settings },
  };
  writeFileSync(path.join(profile, 'Default/Preferences'), JSON.stringify({ extensions }));
  return profile;
}

/** Starts Chromium with the built extension, pinned. `close` deletes the profile, unless it is from `options`. */
export async function openBrowser(options: BrowserOptions = {}): Promise<OpenBrowser> {
  const { headless = true, grant, args = [], env = {} } = options;
  const profile = options.profile ?? newProfile(grant);
  const isInstallation = !existsSync(path.join(profile, 'Local State'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    headless,
    ...(headless ? {} : { viewport: null }),
    env: { ...process.env, ...env } as Record<string, string>,
    args: [
      '--no-sandbox',
      `--disable-extensions-except=${extensionDir}`,
      `--load-extension=${extensionDir}`,
      '--remote-debugging-port=0',
      '--test-type',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
      // Emulating a graphics card takes a third of the start-up time.
      ...(headless ? ['--disable-gpu'] : []),
      ...args,
    ],
  });
  await workerOf(context);
  const id = idOfUnpacked(extensionDir);
  // At an installation the connect page opens by itself: later, it would be taken for the next page that a test opens.
  const isOpen = () => context.pages().some((page) => page.url() === `chrome-extension://${id}/connect.html`);
  if (isInstallation) await expect.poll(isOpen).toBe(true);
  const close = async () => {
    // Route handlers that are still running fail once the browser is closed.
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    await context.close();
    if (!options.profile) rmSync(profile, { recursive: true, force: true });
  };
  return { context, id, profile, close };
}

/** The extension's worker, waited for where none runs. After a reload of the extension the old one is listed a while. */
export async function workerOf(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers().at(-1) ?? (await context.waitForEvent('serviceworker'));
}
