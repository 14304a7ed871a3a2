import { isSecret } from '../core/forms/form-field.ts';
import type { Failure } from '../core/values/failure.ts';
import { accountApi } from './account-api/account-api.ts';
import type { Provider } from './adapter/provider.ts';
import { demo } from './entered/demo.ts';
import { manual } from './entered/manual.ts';
import { staticSeller } from './entered/static.ts';
import { huaweiHilink } from './hotspots/huawei-hilink.ts';
import { zteGoform } from './hotspots/zte-goform.ts';
import { oneNce } from './iot/1nce.ts';
import { emnify } from './iot/emnify.ts';
import { hologram } from './iot/hologram.ts';
import { telnyx } from './iot/telnyx.ts';
import { pageProvider } from './page/page-provider.ts';
import { airaloPartner } from './travel-esim/airalo-partner.ts';
import { cheaperesim } from './travel-esim/cheaperesim.ts';
import { esimAccess } from './travel-esim/esim-access.ts';
import { esimGo } from './travel-esim/esim-go.ts';

/** All providers, in the order the connect page lists them. */
export const providers: readonly Provider[] = [
  accountApi,
  demo,
  manual,
  staticSeller,
  pageProvider,
  huaweiHilink,
  zteGoform,
  cheaperesim,
  oneNce,
  emnify,
  hologram,
  telnyx,
  esimAccess,
  esimGo,
  airaloPartner,
];

export function findProvider(id: string): Provider | null {
  return providers.find((provider) => provider.id === id) ?? null;
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
