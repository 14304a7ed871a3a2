import { huaweiHilink } from '../../../../../utils/providers/hotspots/huawei-hilink.ts';
import { huaweiHilinkSpeaker } from '../../../../sandbox/mirrors/hotspots/huawei-hilink.ts';
import { localNetworkFailures, mirrorSubject } from '../subject.ts';

export const huaweiHilinkSubject = mirrorSubject(
  huaweiHilink,
  huaweiHilinkSpeaker,
  { expiryMs: null, amountBytes: 2 ** 20 },
  localNetworkFailures,
);
