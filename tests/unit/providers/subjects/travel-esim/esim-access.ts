import { esimAccess } from '../../../../../utils/providers/travel-esim/esim-access.ts';
import { esimAccessSpeaker } from '../../../../sandbox/mirrors/travel-esim/esim-access.ts';
import { mirrored } from '../subject.ts';

export const esimAccessSubject = mirrored(esimAccess, esimAccessSpeaker, { start: true, measuredAt: true });
