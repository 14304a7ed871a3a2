import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { openGigabar } from '../../e2e/support/gigabar.ts';
import { replayPastUsage, setPastMeasurement, twoWeeks } from '../../e2e/support/past-usage.ts';
import { startSeller } from '../../sandbox/seller.ts';

/* `npm run picture`: the README's picture, of the real toolbar and the real popup. Needs a display (xvfb-run will do)
   and ImageMagick's `import`. */

const folder = 'tests/pictures';
mkdirSync(folder, { recursive: true });
const seller = await startSeller();
const args = [
  '--window-size=1000,720',
  '--window-position=0,0',
  '--force-device-scale-factor=2',
  '--hide-crash-restore-bubble',
];
const gigabar = await openGigabar({ headless: false, args, env: { TZ: 'Europe/Stockholm' } });
try {
  const [first, ...days] = twoWeeks;
  if (first) setPastMeasurement(seller, 'c_europe', first);
  const page = await gigabar.connect(seller);
  await gigabar.pin('Axis Europe');
  await replayPastUsage(gigabar, seller, 'c_europe', days);
  await page.goto(`${seller.url}/account`);
  for (const other of gigabar.context.pages()) if (other !== page && other !== gigabar.probe) await other.close();
  await gigabar.probe.goto(`chrome-extension://${gigabar.id}/options.html`);
  await page.bringToFront();
  const { page: popup, detach } = await gigabar.toolbarPopup();
  await popup.getByTestId('other-plans').waitFor();
  const file = process.argv[2] ?? `${folder}/gigabar.png`;
  await expect.poll(() => isUnchanged(file)).toBe(true);
  await detach();
} finally {
  await gigabar.close();
  await seller.close();
}

/** Takes the picture; true once it equals the previous one, when all transitions have ended. */
function isUnchanged(file: string): boolean {
  const before = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  execFileSync('import', [
    '-window',
    'root',
    '-crop',
    '2000x1440+0+0',
    '+repage',
    '-strip',
    '-define',
    'png:exclude-chunks=date,time',
    file,
  ]);
  return before.equals(readFileSync(file));
}
