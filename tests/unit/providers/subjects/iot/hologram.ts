import { hologram } from '../../../../../utils/providers/iot/hologram.ts';
import { hologramSpeaker } from '../../../../sandbox/mirrors/iot/hologram.ts';
import { mirrored } from '../subject.ts';

export const hologramSubject = mirrored(hologram, hologramSpeaker);
