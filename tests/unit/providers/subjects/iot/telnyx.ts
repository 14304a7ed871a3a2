import { telnyx } from '../../../../../utils/providers/iot/telnyx.ts';
import { telnyxSpeaker } from '../../../../sandbox/mirrors/iot/telnyx.ts';
import { mirrorSubject } from '../subject.ts';

export const telnyxSubject = mirrorSubject(telnyx, telnyxSpeaker, { expiryMs: null, name: false });
