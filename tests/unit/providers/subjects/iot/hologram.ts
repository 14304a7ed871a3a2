import { hologram } from '../../../../../utils/providers/iot/hologram.ts';
import { hologramMirror } from '../../../../sandbox/mirrors/iot/hologram.ts';
import { mirrorSubject } from '../subject.ts';

export const hologramSubject = mirrorSubject(hologram, hologramMirror, { hasPeriods: true });
