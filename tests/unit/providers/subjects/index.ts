import { accountApiSubject } from './account-api.ts';
import { manualSubject } from './entered/manual.ts';
import { pageSubject } from './entered/page.ts';
import { staticSubject } from './entered/static.ts';
import { huaweiHilinkSubject } from './hotspots/huawei-hilink.ts';
import { zteGoformSubject } from './hotspots/zte-goform.ts';
import { oneNceSubject } from './iot/1nce.ts';
import { emnifySubject } from './iot/emnify.ts';
import { hologramSubject } from './iot/hologram.ts';
import { telnyxSubject } from './iot/telnyx.ts';
import type { Subject } from './subject.ts';
import { airaloPartnerSubject } from './travel-esim/airalo-partner.ts';
import { cheaperesimSubject } from './travel-esim/cheaperesim.ts';
import { esimAccessSubject } from './travel-esim/esim-access.ts';
import { esimGoSubject } from './travel-esim/esim-go.ts';

/** Every provider, with a server that speaks its wire; in the order of the registry. */
export const subjects: readonly Subject[] = [
  accountApiSubject,
  manualSubject,
  staticSubject,
  pageSubject,
  huaweiHilinkSubject,
  zteGoformSubject,
  cheaperesimSubject,
  oneNceSubject,
  emnifySubject,
  hologramSubject,
  telnyxSubject,
  esimAccessSubject,
  esimGoSubject,
  airaloPartnerSubject,
];
