import { esimAccess } from '../../../../../utils/providers/travel-esim/esim-access.ts';
import { esimAccessMirror } from '../../../../sandbox/mirrors/travel-esim/esim-access.ts';
import { mirrorSubject } from '../subject.ts';

export const esimAccessSubject = mirrorSubject(esimAccess, esimAccessMirror, { start: true, measuredAt: true });
