import { airaloPartner } from '../../../../../utils/providers/travel-esim/airalo-partner.ts';
import { airaloPartnerMirror } from '../../../../sandbox/mirrors/travel-esim/airalo-partner.ts';
import { mirrorSubject } from '../subject.ts';

export const airaloPartnerSubject = mirrorSubject(airaloPartner, airaloPartnerMirror, {
  unlimited: true,
  start: true,
  amountBytes: 2 ** 20,
  name: false,
});
