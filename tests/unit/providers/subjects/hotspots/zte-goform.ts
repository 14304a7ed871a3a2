import { zteGoform } from '../../../../../utils/providers/hotspots/zte-goform.ts';
import { zteGoformSpeaker } from '../../../../sandbox/mirrors/hotspots/zte-goform.ts';
import { mirrored, nearbyFailures } from '../subject.ts';

export const zteGoformSubject = mirrored(
  zteGoform,
  zteGoformSpeaker,
  { expiryMs: null, amountBytes: 2 ** 20 },
  nearbyFailures,
);
