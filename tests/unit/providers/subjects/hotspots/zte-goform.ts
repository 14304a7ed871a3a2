import { zteGoform } from '../../../../../utils/providers/hotspots/zte-goform.ts';
import { zteGoformSpeaker } from '../../../../sandbox/mirrors/hotspots/zte-goform.ts';
import { localNetworkFailures, mirrorSubject } from '../subject.ts';

export const zteGoformSubject = mirrorSubject(
  zteGoform,
  zteGoformSpeaker,
  { expiryMs: null, amountBytes: 2 ** 20 },
  localNetworkFailures,
);
