import { oneNce } from '../../../../utils/providers/1nce.ts';
import { oneNceSpeaker } from '../../../sandbox/mirrors/1nce.ts';
import { mirrored } from './subject.ts';

export const oneNceSubject = mirrored(oneNce, oneNceSpeaker, { unknown: false, expiryMs: 1, name: false });
