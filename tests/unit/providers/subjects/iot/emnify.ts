import { emnify } from '../../../../../utils/providers/iot/emnify.ts';
import { emnifySpeaker } from '../../../../sandbox/mirrors/iot/emnify.ts';
import { mirrorSubject } from '../subject.ts';

export const emnifySubject = mirrorSubject(emnify, emnifySpeaker, { unknown: false, name: false });
