import { oneNceSubject } from './1nce.ts';
import { accountApiSubject } from './account-api.ts';
import { airaloPartnerSubject } from './airalo-partner.ts';
import { cheaperesimSubject } from './cheaperesim.ts';
import { emnifySubject } from './emnify.ts';
import { esimAccessSubject } from './esim-access.ts';
import { esimGoSubject } from './esim-go.ts';
import { hologramSubject } from './hologram.ts';
import { huaweiHilinkSubject } from './huawei-hilink.ts';
import { manualSubject } from './manual.ts';
import { staticSubject } from './static.ts';
import type { Subject } from './subject.ts';
import { telekomDatapassSubject } from './telekom-datapass.ts';
import { telnyxSubject } from './telnyx.ts';
import { zteGoformSubject } from './zte-goform.ts';

/** Every provider there is, with a server that speaks its wire. */
export const subjects: readonly Subject[] = [
  accountApiSubject,
  manualSubject,
  staticSubject,
  telekomDatapassSubject,
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
