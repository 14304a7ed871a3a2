import { type Listener, listen } from '../http/listen.ts';
import { BRANDS } from './brands.ts';
import type { WebsiteOptions } from './types.ts';

export type WebsitePorts = { site: Listener; console: Listener };

export async function openWebsitePorts({ kind, ports, identity }: WebsiteOptions): Promise<WebsitePorts> {
  const site = await listen(ports?.site ?? 0, BRANDS[kind].host === 'localhost', identity);
  try {
    return { site, console: await listen(ports?.console ?? 0, false, identity) };
  } catch (error) {
    await site.close();
    throw error;
  }
}

export async function closeWebsitePorts({ site, console }: WebsitePorts): Promise<void> {
  await Promise.all([site.close(), console.close()]);
}
