import { type Listener, listen } from './http/listen.ts';
import type { SellerOptions } from './types.ts';

/** The three listeners of a seller: its own pages and API, the payment pages, the console. */
export type Ports = { seller: Listener; pay: Listener; console: Listener };

export async function openPorts({ ports, hosts, identity }: SellerOptions = {}): Promise<Ports> {
  const opened = await Promise.allSettled([
    listen(ports?.seller ?? 0, hosts?.api !== undefined || hosts?.issuer !== undefined, identity),
    listen(ports?.pay ?? 0, hosts?.pay !== undefined, identity),
    listen(ports?.console ?? 0, false, identity),
  ]);
  const listeners = opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const [seller, pay, console] = listeners;
  if (seller && pay && console) return { seller, pay, console };
  await Promise.all(listeners.map((listener) => listener.close()));
  throw opened.find((each) => each.status === 'rejected')?.reason;
}

export async function closePorts(ports: Ports): Promise<void> {
  await Promise.all(Object.values(ports).map((listener) => listener.close()));
}

/** Lets several sellers use the ports in turn: closing a seller ends the connections, but the ports stay bound. */
export function keepPortsOpen(ports: Ports): Ports {
  const keepOpen = (listener: Listener): Listener => ({ ...listener, close: async () => listener.suspend() });
  return { seller: keepOpen(ports.seller), pay: keepOpen(ports.pay), console: keepOpen(ports.console) };
}
