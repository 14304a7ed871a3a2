import { spawnSync } from 'node:child_process';
import { findChromium } from './find-browser.ts';

/* Finds or installs Chromium before the tests start, so that no test has to wait for it. */
const env = { ...process.env, CHROMIUM_PATH: findChromium() };
const cli = 'node_modules/@playwright/test/cli.js';
const { status } = spawnSync(process.execPath, [cli, 'test', ...process.argv.slice(2)], { stdio: 'inherit', env });
process.exit(status ?? 1);
