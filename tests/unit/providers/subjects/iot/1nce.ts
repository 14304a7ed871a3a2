import { oneNce } from '../../../../../utils/providers/iot/1nce.ts';
import { oneNceSpeaker } from '../../../../sandbox/mirrors/iot/1nce.ts';
import { mirrorSubject } from '../subject.ts';

export const oneNceSubject = mirrorSubject(oneNce, oneNceSpeaker, { unknown: false, expiryMs: 1, name: false });
