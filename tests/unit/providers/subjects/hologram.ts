import { hologram } from '../../../../utils/providers/hologram.ts';
import { hologramSpeaker } from '../../../sandbox/mirrors/hologram.ts';
import { mirrored } from './subject.ts';

export const hologramSubject = mirrored(hologram, hologramSpeaker);
