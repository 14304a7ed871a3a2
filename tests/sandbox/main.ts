import { dirname, join } from 'node:path';
import { startSeller } from './seller.ts';
import { startWebsite, type WebsiteKind } from './websites/website.ts';

const port = Number(process.env.PORT ?? 8787);
const database = process.argv[2] ?? '.sandbox/seller.sqlite';

const seller = await startSeller({
  database,
  ports: port === 0 ? {} : { seller: port, pay: port + 1, console: port + 2 },
  signIn: 'both',
});

const openWebsite = (kind: WebsiteKind, offset: number) =>
  startWebsite({
    kind,
    database: join(dirname(database), `${kind}.sqlite`),
    ports: port === 0 ? {} : { site: port + offset, console: port + offset + 1 },
  });
const websites = [await openWebsite('rendered', 3), await openWebsite('script-drawn', 5)];

// Before the addresses are printed: a caller that waits for them may send the signal at once.
const end = () => void Promise.all([seller, ...websites].map((each) => each.close()));
process.once('SIGINT', end);
process.once('SIGTERM', end);

console.log(`Seller   ${seller.url}\nCheckout ${seller.payUrl}\nConsole  ${seller.consoleUrl}\nDatabase ${database}`);
for (const { accountUrl, consoleUrl } of websites) {
  console.log(`Website  ${accountUrl} (anna or ben, password "sandbox")\nConsole  ${consoleUrl}`);
}
