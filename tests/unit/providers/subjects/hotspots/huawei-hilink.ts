import { huaweiHilink } from '../../../../../utils/providers/hotspots/huawei-hilink.ts';
import { huaweiHilinkMirror } from '../../../../sandbox/mirrors/hotspots/huawei-hilink.ts';
import { localNetworkFailures, mirrorSubject } from '../subject.ts';

export const huaweiHilinkSubject = mirrorSubject(
  huaweiHilink,
  huaweiHilinkMirror,
  { expiryMs: null, amountBytes: 2 ** 20 },
  localNetworkFailures,
);
