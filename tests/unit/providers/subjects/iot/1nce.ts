import { oneNce } from '../../../../../utils/providers/iot/1nce.ts';
import { oneNceMirror } from '../../../../sandbox/mirrors/iot/1nce.ts';
import { mirrorSubject } from '../subject.ts';

export const oneNceSubject = mirrorSubject(oneNce, oneNceMirror, { unknown: false, expiryMs: 1, name: false });
