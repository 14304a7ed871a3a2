import { hologram } from '../../../../../utils/providers/iot/hologram.ts';
import { hologramSpeaker } from '../../../../sandbox/mirrors/iot/hologram.ts';
import { mirrorSubject } from '../subject.ts';

export const hologramSubject = mirrorSubject(hologram, hologramSpeaker);
