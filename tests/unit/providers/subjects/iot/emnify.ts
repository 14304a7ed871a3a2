import { emnify } from '../../../../../utils/providers/iot/emnify.ts';
import { emnifyMirror } from '../../../../sandbox/mirrors/iot/emnify.ts';
import { mirrorSubject } from '../subject.ts';

export const emnifySubject = mirrorSubject(emnify, emnifyMirror, { unknown: 'without-end', name: false });
