import { telnyx } from '../../../../utils/providers/telnyx.ts';
import { telnyxSpeaker } from '../../../sandbox/mirrors/telnyx.ts';
import { mirrored } from './subject.ts';

export const telnyxSubject = mirrored(telnyx, telnyxSpeaker, { expiryMs: null, name: false });
