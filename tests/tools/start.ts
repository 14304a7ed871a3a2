import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { workerOf } from '../e2e/support/chromium.ts';
import { openGigabar } from '../e2e/support/gigabar.ts';
import { replayPastUsage, setPastMeasurement, twoWeeks } from '../e2e/support/past-usage.ts';
import { phones, signIn } from '../e2e/support/user.ts';
import { startSeller } from '../sandbox/seller.ts';
import { startWebsite, type Website, type WebsiteKind } from '../sandbox/websites/website.ts';
import { journey } from './journey.ts';

/* `npm start`: the main use case on this machine: a seller, a browser, a connected card, a badge that counts down. */

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const built = spawnSync('wxt', ['build'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

if (hasDisplay) await show();
else await journey('test-results/journey');

type Alarms = { chrome: { alarms: { create: (name: string, at: { when: number }) => Promise<void> } } };

function openWebsite(kind: WebsiteKind): Promise<Website> {
  // As slow as real ones: paid data comes later, and a page that draws itself shows for a moment that it does.
  return startWebsite({ kind, database: `.sandbox/${kind}.sqlite`, creditDelayMs: 20_000, dataDelayMs: 600 });
}

/** Runs until the browser is closed or Ctrl-C. */
async function show(): Promise<void> {
  if (!existsSync('.sandbox')) mkdirSync('.sandbox');
  const database = '.sandbox/seller.sqlite';
  // A seller with stored data has its two weeks of usage already.
  const [first, ...days] = existsSync(database) ? [] : twoWeeks;
  const seller = await startSeller({ database, creditDelayMs: 20_000 });
  const rendered = await openWebsite('rendered');
  const drawn = await openWebsite('script-drawn');
  const gigabar = await openGigabar({ headless: false, args: ['--window-size=1100,800'] });
  let isEnding = false;
  const end = async () => {
    if (isEnding) return;
    isEnding = true;
    await gigabar.close().catch(() => undefined);
    await Promise.all([seller, rendered, drawn].map((each) => each.close()));
    process.exit(0);
  };
  process.on('SIGINT', () => void end());
  process.on('SIGTERM', () => void end());
  gigabar.context.on('close', () => void end());

  if (first) setPastMeasurement(seller, 'c_europe', first);
  const { connect, window } = await gigabar.signInWindow(seller);
  await signIn(window, phones.axis);
  await connect.getByTestId('connect-status').getByText('Axis Europe').waitFor();
  await gigabar.pin('Axis Europe');
  if (first) await replayPastUsage(gigabar, seller, 'c_europe', days);
  seller.useSteadily('c_europe', 2_000_000);
  const account = await gigabar.context.newPage();
  await account.goto(rendered.accountUrl);
  const console_ = await gigabar.context.newPage();
  await console_.goto(seller.consoleUrl);
  await gigabar.probe.close();
  const worker = await workerOf(gigabar.context);
  const fireAlarm = () =>
    worker.evaluate(() => (globalThis as unknown as Alarms).chrome.alarms.create('wake', { when: Date.now() }));
  setInterval(() => void fireAlarm().catch(() => undefined), 10_000);
  console.log(`\nGigabar is connected to ${seller.url}. The seller's console: ${seller.consoleUrl}`);
  for (const { accountUrl, consoleUrl } of [rendered, drawn]) {
    console.log(
      `A seller with a website alone: ${accountUrl} (anna or ben, password "sandbox"); console: ${consoleUrl}`,
    );
  }
  console.log('Its alarm fires every 10 seconds here, so that you can watch the badge count down. Ctrl-C ends it all.');
}
