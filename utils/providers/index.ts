import { accountApi } from './account-api/account-api.ts';
import type { Provider } from './provider.ts';

/** All providers; a new one is its file and a line here. */
export const providers: readonly Provider[] = [accountApi];

export function providerOf(id: string): Provider | null {
  return providers.find((provider) => provider.id === id) ?? null;
}
