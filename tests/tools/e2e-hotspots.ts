import { findChromium, findFirefox } from './find-browser.ts';
import { runInOwnNetwork } from './own-network.ts';

/* Runs the hotspot tests in a network namespace where hotspots have their default addresses. Browsers are found or
   installed before, as nothing else can be reached from there. */
const env = { ...process.env, CHROMIUM_PATH: findChromium(), FIREFOX_PATH: findFirefox() };
const playwright = [process.execPath, 'node_modules/@playwright/test/cli.js', 'test'];
const command = [...playwright, '--config', 'playwright.hotspots.config.ts', ...process.argv.slice(2)];
process.exit(runInOwnNetwork(['192.168.8.1', '192.168.0.1'], command, env));
