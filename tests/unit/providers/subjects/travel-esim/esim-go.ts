import { esimGo } from '../../../../../utils/providers/travel-esim/esim-go.ts';
import { esimGoMirror } from '../../../../sandbox/mirrors/travel-esim/esim-go.ts';
import { mirrorSubject } from '../subject.ts';

/** A bundle that has not started is distinguishable, but has no end yet: see the provider's own test. */
export const esimGoSubject = mirrorSubject(esimGo, esimGoMirror, { unlimited: true });
