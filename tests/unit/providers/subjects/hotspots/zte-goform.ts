import { zteGoform } from '../../../../../utils/providers/hotspots/zte-goform.ts';
import { zteGoformMirror } from '../../../../sandbox/mirrors/hotspots/zte-goform.ts';
import { localNetworkFailures, mirrorSubject } from '../subject.ts';

export const zteGoformSubject = mirrorSubject(
  zteGoform,
  zteGoformMirror,
  { expiryMs: null, amountBytes: 2 ** 20 },
  localNetworkFailures,
);
