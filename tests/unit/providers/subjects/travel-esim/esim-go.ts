import { esimGo } from '../../../../../utils/providers/travel-esim/esim-go.ts';
import { esimGoSpeaker } from '../../../../sandbox/mirrors/travel-esim/esim-go.ts';
import { mirrored } from '../subject.ts';

/** A bundle that has not begun is told apart, but without its end: its own test has that. */
export const esimGoSubject = mirrored(esimGo, esimGoSpeaker, { unlimited: true });
