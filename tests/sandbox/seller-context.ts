import type { DatabaseSync } from 'node:sqlite';
import type { CreditDelay, Fault, SellerOptions } from './types.ts';

/** Can be changed while the seller runs. */
export type Settings = {
  creditDelay: CreditDelay;
  accessTokenLifeS: number;
  maxAgeS: number | null;
  expireAfterS: number;
};

export type Origins = { seller: string; api: string; issuer: string; pay: string; console: string };

/** The state that all routes of one seller share. */
export type SellerContext = {
  readonly db: DatabaseSync;
  readonly options: SellerOptions;
  readonly settings: Settings;
  readonly origins: Origins;
  readonly faults: Fault[];
  /** Path → when its next answer may be sent. */
  readonly holds: Map<string, Promise<void>>;
  /** Calls `run` after the delay, unless the seller is closed before. */
  later(delayMs: number, run: () => void): void;
};

const SIX_HOURS_S = 6 * 3600;

export function settingsFrom(options: SellerOptions): Settings {
  return {
    creditDelay: options.creditDelayMs ?? 1500,
    accessTokenLifeS: options.accessTokenLifeS ?? 3600,
    maxAgeS: options.maxAgeS === undefined ? 60 : options.maxAgeS,
    expireAfterS: options.expireAfterS ?? SIX_HOURS_S,
  };
}

export function originsFrom(options: SellerOptions, ports: { seller: number; pay: number; console: number }): Origins {
  const scheme = options.identity ? 'https' : 'http';
  const at = (host: string | undefined, port: number) => `${scheme}://${host ?? '127.0.0.1'}:${port}`;
  const seller = at(undefined, ports.seller);
  return {
    seller,
    api: at(options.hosts?.api, ports.seller),
    issuer: at(options.hosts?.issuer, ports.seller),
    pay: options.singleOrigin ? seller : at(options.hosts?.pay, ports.pay),
    console: at(undefined, ports.console),
  };
}
