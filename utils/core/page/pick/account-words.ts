import type { AccountText } from '../find/account-texts.ts';

/** Whether a text is of the person: not the seller's own numbers, nor those that change. */
export function isOfPerson(found: AccountText): boolean {
  if (found.kind === 'name') return true;
  return !sellersWords.test(found.line) && (!isShortNumber(found) || numbersPeople.test(found.line));
}

/** Points, orders, what lies in a basket: numbers that change. */
function isShortNumber({ kind, value }: AccountText): boolean {
  return kind === 'number' && value.length < 7;
}

/** How numbers of people and lines are called. */
const numbersPeople =
  /(?<!\p{L})(account|customer|client|user|member|id|iccid|imsi|no|nr|number|konto|kunden?\p{L}*|nummer|compte|cuenta|cliente|conta|akun|pelanggan|nomor|счет|счёт|абонент\p{L}*|номер|hesap|müşteri|numara\p{L}*)(?!\p{L})|账号|帳號|会员|會員|客户|客戶|编号|編號|号码|號碼|番号|계정|번호|الحساب|رقم|חשבון|מספר|खाता|บัญชี|หมายเลข/iu;

/** How sellers call their own numbers. */
const sellersWords = new RegExp(
  '(?<!\\p{L})(call|hotline|helpline|help|support|contact|customer (service|care)|service|fax|toll[- ]?free|reg|registration|' +
    'vat|tax|hilfe|kontakt|kundenservice|kundendienst|rufen|aide|assistance|contactez|appelez|ayuda|atención|contacto|' +
    'llama|ajuda|atendimento|assistenza|contatti|bantuan|hubungi|layanan|pomoc|obsługa|pomoč|yardım|destek|' +
    'поддержка|помощь|звоните|підтримка|hỗ trợ|ติดต่อ|बात|सहायता)(?!\\p{L})|客服|热线|熱線|联系|聯絡|お問い合わせ|サポート|고객센터|' +
    'الدعم|اتصل|خدمة العملاء|פנייה|שירות',
  'iu',
);
