import { tcpSetUpBytes } from '../../../utils/core/traffic/exchange-bytes.ts';
import { startWebsite } from '../../sandbox/websites/website.ts';
import { buildExtension } from '../build.ts';
import { checksOfADay } from './checks-of-a-day.ts';
import { connectTlsSeller, httpBytesOf, type Measured, measureCheck, type TlsSeller } from './tls-seller.ts';
import { countBytesTo } from './wire-bytes.ts';

/*
 * What checks take of a card's data: at the seller's socket, over TLS 1.3 and HTTP/1.1, both ways. Between two checks
 * the connection is closed and the worker has ended; the browser resumes the TLS session where it has a ticket left.
 */

const maxDayBytes = 200_000;
const maxDayHttpBytes = 40_000;
/** By how much what Gigabar counts itself may differ. */
const maxCountedError = 0.15;
/** Nine of each kind: Node's server gives two tickets with a whole handshake, and none with a resumed one. */
const rounds = 9;
const pageRounds = 3;

/** Prints what was measured; returns whether the aims are met. */
export async function benchBytes(seed: number): Promise<boolean> {
  buildExtension();
  const tls = await connectTlsSeller();
  try {
    const unchanged: Measured[] = [];
    const changed: Measured[] = [];
    for (let round = 0; round < rounds; round += 1) {
      unchanged.push(await measureCheck(tls));
      tls.seller.use('c_europe', 1_000_000);
      changed.push(await measureCheck(tls));
    }
    const pageBytes = await pageBytesOf(tls);
    const all = [...unchanged, ...changed];
    const setUp = printSetUp(all);
    const http = { unchanged: mean(unchanged.map(httpOf)), changed: mean(changed.map(httpOf)) };
    const dayHttp = printDayHttp(seed, tls, http);
    const day = dayHttp + checksOfADay(seed).checks * setUp;
    const ratio = printCounted(all);
    const figures = [
      `unchanged_bytes=${(http.unchanged + setUp).toFixed(0)} changed_bytes=${(http.changed + setUp).toFixed(0)}`,
      `day_kb=${kb(day)} day_http_kb=${kb(dayHttp)} page_kb=${kb(pageBytes)}`,
    ];
    console.log(figures.join(' '));
    return day <= maxDayBytes && dayHttp <= maxDayHttpBytes && Math.abs(ratio - 1) <= maxCountedError;
  } finally {
    await tls.close();
  }
}

/** Returns what setting up a connection takes, on average. */
function printSetUp(all: readonly Measured[]): number {
  const bytes = all.map(({ wireBytes, httpBytes }) => wireBytes - httpBytes);
  const average = mean(bytes);
  const range = `${Math.min(...bytes)} bytes where the session is resumed, ${Math.max(...bytes)} where not`;
  console.log(`set-up, TLS: ${range}, ${average.toFixed(0)} on average`);
  console.log(`set-up, TCP: ${tcpSetUpBytes} bytes, estimated, in all figures but HTTP`);
  return average + tcpSetUpBytes;
}

/** Returns what a day takes without any setting up. */
function printDayHttp(seed: number, { seller }: TlsSeller, http: { unchanged: number; changed: number }): number {
  const { checks, changed, tokens } = checksOfADay(seed);
  const sizeOf = (path: string) =>
    mean(seller.requests.filter((one) => one.path === path && one.status === 200).map(httpBytesOf));
  const token = sizeOf('/oauth/token');
  const daily = sizeOf('/.well-known/data-account.json') + sizeOf('/v1/planOffer');
  const [unchangedText, changedText, tokenText] = [http.unchanged, http.changed, token].map((size) => size.toFixed(0));
  console.log(`HTTP: ${unchangedText} bytes unchanged, ${changedText} changed, ${tokenText} for a token`);
  const counts = [checks, changed, tokens].map((count) => count.toFixed(1));
  console.log(
    `a day: ${counts[0]} checks, ${counts[1]} of them changed, ${counts[2]} tokens, once offers and discovery`,
  );
  return (checks - changed) * http.unchanged + changed * http.changed + tokens * token + daily;
}

/** Returns what Gigabar has counted ÷ what was measured. */
function printCounted(all: readonly Measured[]): number {
  const measured = sum(all.map(({ wireBytes }) => wireBytes + tcpSetUpBytes));
  const ratio = sum(all.map(({ countedBytes }) => countedBytes)) / measured;
  console.log(`counted by Gigabar ÷ measured: ${ratio.toFixed(2)}`);
  return ratio;
}

/** Opening a seller's account page, signed in, where the browser has nothing of it but a session of TLS. */
async function pageBytesOf({ gigabar, identity }: TlsSeller): Promise<number> {
  const site = await startWebsite({ kind: 'rendered', identity, packsAnswers: true });
  const wire = await countBytesTo(Number(new URL(site.url).port));
  const address = `https://127.0.0.1:${wire.port}`;
  const page = await gigabar.context.newPage();
  try {
    await page.goto(`${address}/sign-in`);
    await page.getByTestId('user-name').fill('anna');
    await page.getByTestId('password').fill('sandbox');
    await page.getByTestId('sign-in').click();
    await page.waitForURL('**/account');
    const sizes: number[] = [];
    for (let round = 0; round < pageRounds; round += 1) {
      wire.cut();
      const [bytes, connections] = [wire.bytes(), wire.connections()];
      await page.goto(`${address}/account`);
      sizes.push(wire.bytes() - bytes + (wire.connections() - connections) * tcpSetUpBytes);
    }
    return mean(sizes);
  } finally {
    await page.close();
    wire.close();
    await site.close();
  }
}

const httpOf = ({ httpBytes }: Measured) => httpBytes;
const kb = (bytes: number) => (bytes / 1000).toFixed(1);

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / Math.max(1, values.length);
}
