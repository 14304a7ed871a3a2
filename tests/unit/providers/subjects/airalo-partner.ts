import { airaloPartner } from '../../../../utils/providers/airalo-partner.ts';
import { airaloPartnerSpeaker } from '../../../sandbox/mirrors/airalo-partner.ts';
import { mirrored } from './subject.ts';

export const airaloPartnerSubject = mirrored(airaloPartner, airaloPartnerSpeaker, {
  unlimited: true,
  start: true,
  amountBytes: 2 ** 20,
  name: false,
});
