import { telekomDatapass } from '../../../../utils/providers/telekom-datapass.ts';
import { telekomDatapassMirror } from '../../../sandbox/mirrors/telekom-datapass.ts';
import { localNetworkFailures, mirrorSubject } from './subject.ts';

/** The end is reported as whole seconds from the response on, and rounded to the minute. */
export const telekomDatapassSubject = mirrorSubject(
  telekomDatapass,
  telekomDatapassMirror,
  { unlimited: true, expiryMs: 60_000, measuredAt: true },
  localNetworkFailures,
);
