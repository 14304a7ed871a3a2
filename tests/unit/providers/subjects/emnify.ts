import { emnify } from '../../../../utils/providers/emnify.ts';
import { emnifySpeaker } from '../../../sandbox/mirrors/emnify.ts';
import { mirrored } from './subject.ts';

export const emnifySubject = mirrored(emnify, emnifySpeaker, { unknown: false, name: false });
