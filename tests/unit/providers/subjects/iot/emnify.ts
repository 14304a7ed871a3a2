import { emnify } from '../../../../../utils/providers/iot/emnify.ts';
import { emnifySpeaker } from '../../../../sandbox/mirrors/iot/emnify.ts';
import { mirrored } from '../subject.ts';

export const emnifySubject = mirrored(emnify, emnifySpeaker, { unknown: false, name: false });
