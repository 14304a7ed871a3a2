import { oneNce } from './1nce.ts';
import { accountApi } from './account-api/account-api.ts';
import { staticSeller } from './account-api/static.ts';
import { airaloPartner } from './airalo-partner.ts';
import { cheaperesim } from './cheaperesim.ts';
import { emnify } from './emnify.ts';
import { esimAccess } from './esim-access.ts';
import { esimGo } from './esim-go.ts';
import { hologram } from './hologram.ts';
import { huaweiHilink } from './huawei-hilink.ts';
import { manual } from './manual.ts';
import type { Provider } from './provider.ts';
import { telekomDatapass } from './telekom-datapass.ts';
import { telnyx } from './telnyx.ts';
import { zteGoform } from './zte-goform.ts';

/** All providers, as they are listed; a new one is its file and a line here. */
export const providers: readonly Provider[] = [
  accountApi,
  manual,
  staticSeller,
  telekomDatapass,
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

export function providerOf(id: string): Provider | null {
  return providers.find((provider) => provider.id === id) ?? null;
}

/** Whether it asks for nothing secret: no account of it is ever signed out. */
export function isKeyless({ findSeller, form }: Provider): boolean {
  return findSeller === undefined && !form?.fields.some(({ kind }) => kind === 'secret');
}
