import { cheaperesim } from '../../../../../utils/providers/travel-esim/cheaperesim.ts';
import { cheaperesimMirror } from '../../../../sandbox/mirrors/travel-esim/cheaperesim.ts';
import { mirrorSubject } from '../subject.ts';

/** Plans that have not started wait, but their start is not reported. */
export const cheaperesimSubject = mirrorSubject(cheaperesim, cheaperesimMirror, { start: true, measuredAt: true });
