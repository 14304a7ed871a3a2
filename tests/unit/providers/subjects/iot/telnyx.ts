import { telnyx } from '../../../../../utils/providers/iot/telnyx.ts';
import { telnyxSpeaker } from '../../../../sandbox/mirrors/iot/telnyx.ts';
import { mirrored } from '../subject.ts';

export const telnyxSubject = mirrored(telnyx, telnyxSpeaker, { expiryMs: null, name: false });
