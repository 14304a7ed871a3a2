import { telekomDatapass } from '../../../../utils/providers/telekom-datapass.ts';
import { telekomDatapassSpeaker } from '../../../sandbox/mirrors/telekom-datapass.ts';
import { mirrored, nearbyFailures } from './subject.ts';

/** The end is told as whole seconds from the answer on, and taken to the minute. */
export const telekomDatapassSubject = mirrored(
  telekomDatapass,
  telekomDatapassSpeaker,
  { unlimited: true, expiryMs: 60_000, measuredAt: true },
  nearbyFailures,
);
