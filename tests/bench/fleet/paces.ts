import { minuteMs } from '../../../utils/core/values/time.ts';
import { fixedPaceMs, type Kind } from './measure.ts';

export const fixedKind: Kind = { name: 'fixed', paceOf: () => fixedPaceMs };

/** Of few people something is near, and nobody is asked for more often than every five minutes. */
const nearShare = 0.1;

export const adaptiveKind: Kind = {
  name: 'adaptive',
  paceOf: ({ chance, ratio }) => (chance(nearShare) ? ratio(5, 15) : ratio(30, 180)) * minuteMs,
};
