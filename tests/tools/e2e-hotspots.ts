import { findChromium, findFirefox } from './find-browser.ts';
import { runInOwnNetwork } from './own-network.ts';

/* The tests of hotspots, in a network where hotspots have their true addresses. What they need is found or installed
   before: in there nothing else can be reached. */
const env = { ...process.env, CHROMIUM_PATH: findChromium(), FIREFOX_PATH: findFirefox() };
const playwright = [process.execPath, 'node_modules/@playwright/test/cli.js', 'test'];
const command = [...playwright, '--config', 'playwright.hotspots.config.ts', ...process.argv.slice(2)];
process.exit(runInOwnNetwork(['192.168.8.1', '192.168.0.1'], command, env));
