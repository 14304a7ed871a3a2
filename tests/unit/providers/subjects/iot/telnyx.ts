import { telnyx } from '../../../../../utils/providers/iot/telnyx.ts';
import { telnyxMirror } from '../../../../sandbox/mirrors/iot/telnyx.ts';
import { mirrorSubject } from '../subject.ts';

export const telnyxSubject = mirrorSubject(telnyx, telnyxMirror, { expiryMs: null, name: false });
