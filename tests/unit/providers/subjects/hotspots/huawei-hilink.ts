import { huaweiHilink } from '../../../../../utils/providers/hotspots/huawei-hilink.ts';
import { huaweiHilinkSpeaker } from '../../../../sandbox/mirrors/hotspots/huawei-hilink.ts';
import { mirrored, nearbyFailures } from '../subject.ts';

export const huaweiHilinkSubject = mirrored(
  huaweiHilink,
  huaweiHilinkSpeaker,
  { expiryMs: null, amountBytes: 2 ** 20 },
  nearbyFailures,
);
