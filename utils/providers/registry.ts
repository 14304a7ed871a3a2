import type { Seller } from '../core/accounts/account.ts';
import { isSecret } from '../core/forms/secret.ts';
import type { Failure } from '../core/values/failure.ts';
import { accountApi } from './account-api/account-api.ts';
import type { Provider } from './adapter/provider.ts';

/**
 * Where the adapters are, by id, in the order the connect page lists them. One is loaded when an account of it, or the
 * list of all, needs it; the account API is there from the start.
 */
const adapters: Record<string, () => Promise<Provider>> = {
  'account-api': async () => accountApi,
  demo: async () => (await import('./entered/demo.ts')).demo,
  manual: async () => (await import('./entered/manual.ts')).manual,
  static: async () => (await import('./entered/static.ts')).staticSeller,
  page: async () => (await import('./page/page-provider.ts')).pageProvider,
  'huawei-hilink': async () => (await import('./hotspots/huawei-hilink.ts')).huaweiHilink,
  'zte-goform': async () => (await import('./hotspots/zte-goform.ts')).zteGoform,
  cheaperesim: async () => (await import('./travel-esim/cheaperesim.ts')).cheaperesim,
  '1nce': async () => (await import('./iot/1nce.ts')).oneNce,
  emnify: async () => (await import('./iot/emnify.ts')).emnify,
  hologram: async () => (await import('./iot/hologram.ts')).hologram,
  telnyx: async () => (await import('./iot/telnyx.ts')).telnyx,
  'esim-access': async () => (await import('./travel-esim/esim-access.ts')).esimAccess,
  'esim-go': async () => (await import('./travel-esim/esim-go.ts')).esimGo,
  'airalo-partner': async () => (await import('./travel-esim/airalo-partner.ts')).airaloPartner,
};

export const providerIds: readonly string[] = Object.keys(adapters);

/** Those that find a seller by its address. */
export const sellerFinders: readonly Provider[] = [accountApi];

/** Whether a seller was found by its address; those chosen from the list have no document. */
export function isDiscovered({ providerId, origin }: Seller): boolean {
  return origin !== '' && (providerId === 'account-api' || providerId === 'static');
}

export function hasProvider(id: string): boolean {
  return Object.hasOwn(adapters, id);
}

export async function findProvider(id: string): Promise<Provider | null> {
  return hasProvider(id) ? (adapters[id]?.() ?? null) : null;
}

export function loadProviders(): Promise<Provider[]> {
  return Promise.all(Object.values(adapters).map((load) => load()));
}

/** Ids of providers that are not listed any more, since their servers answer nobody. Accounts of them remain. */
export const closedProviders: readonly string[] = [
  // The JSON address of Telekom's data pass, in July 2026.
  'telekom-datapass',
];

/** Why nothing is requested for accounts of a provider that is not listed. */
export function failureWithoutProvider(id: string): Failure {
  return { kind: closedProviders.includes(id) ? 'closed' : 'unsupported' };
}

/** Neither a secret nor a sign-in: accounts of such a provider are never signed out. */
export function needsNoCredentials({ findSeller, form }: Provider): boolean {
  return findSeller === undefined && !form?.fields.some(isSecret);
}
