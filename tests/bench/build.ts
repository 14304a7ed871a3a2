import { spawnSync } from 'node:child_process';

/** The extension for Chromium, as it is now. */
export function buildExtension(): void {
  if (spawnSync('wxt', ['build'], { stdio: 'ignore' }).status !== 0) throw new Error('It could not be built');
}
