import { test as base } from '@playwright/test';
import type { MirrorDefinition } from '../../../sandbox/mirrors/mirror.ts';
import type { InstalledExtension, StartedBrowser } from './browser-types.ts';
import { startChromium } from './hotspot-chromium.ts';
import { startFirefox } from './hotspot-firefox.ts';
import { type Hotspot, type hotspots, startHotspot } from './start-hotspot.ts';

export { expect } from '../expect.ts';
export * from './hotspot-user.ts';
export { hotspots } from './start-hotspot.ts';

export type Options = { engine: 'chromium' | 'firefox' };

type Fixtures = {
  gigabar: InstalledExtension;
  /** Starts a hotspot, until the end of the test. */
  switchOn: (which: keyof typeof hotspots, definition: MirrorDefinition) => Promise<Hotspot>;
};

/** Each test has its own hotspots and a newly installed extension. */
export const test = base.extend<Fixtures, Options & { browserUnderTest: StartedBrowser }>({
  engine: ['chromium', { option: true, scope: 'worker' }],
  browserUnderTest: [
    async ({ engine }, use) => {
      const started = await (engine === 'chromium' ? startChromium() : startFirefox());
      await use(started);
      await started.close();
    },
    { scope: 'worker' },
  ],
  gigabar: async ({ browserUnderTest }, use) => {
    const gigabar = await browserUnderTest.install();
    await use(gigabar);
    await gigabar.uninstall();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
  switchOn: async ({}, use) => {
    const running: Hotspot[] = [];
    await use(async (which, definition) => {
      const hotspot = await startHotspot(which, definition);
      running.push(hotspot);
      return hotspot;
    });
    for (const { switchOff } of running) await switchOff();
  },
});
