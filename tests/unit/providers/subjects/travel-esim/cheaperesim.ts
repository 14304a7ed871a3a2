import { cheaperesim } from '../../../../../utils/providers/travel-esim/cheaperesim.ts';
import { cheaperesimSpeaker } from '../../../../sandbox/mirrors/travel-esim/cheaperesim.ts';
import { mirrored } from '../subject.ts';

/** What starts later is a waiting plan, but when it will start is not told. */
export const cheaperesimSubject = mirrored(cheaperesim, cheaperesimSpeaker, { start: true, measuredAt: true });
