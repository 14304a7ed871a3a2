import { startSeller } from './seller.ts';

const port = Number(process.env.PORT ?? 8787);
const database = process.argv[2] ?? '.sandbox/seller.sqlite';

const seller = await startSeller({
  database,
  ports: port === 0 ? {} : { seller: port, pay: port + 1, console: port + 2 },
  signIn: 'both',
});

// Before the addresses are printed: a caller that waits for them may send the signal at once.
const end = () => void seller.close();
process.once('SIGINT', end);
process.once('SIGTERM', end);

console.log(`Seller   ${seller.url}\nCheckout ${seller.payUrl}\nConsole  ${seller.consoleUrl}\nDatabase ${database}`);
