import { esimAccess } from '../../../../../utils/providers/travel-esim/esim-access.ts';
import { esimAccessSpeaker } from '../../../../sandbox/mirrors/travel-esim/esim-access.ts';
import { mirrorSubject } from '../subject.ts';

export const esimAccessSubject = mirrorSubject(esimAccess, esimAccessSpeaker, { start: true, measuredAt: true });
