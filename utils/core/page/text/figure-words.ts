import { partsOf, wordsOf } from './word-patterns.ts';

/*
 * What a figure is of, in the order in which these are looked for; a word counts once. A "not" before a word, or as its
 * beginning, turns it round: "unused" is left, "unavailable" is neither.
 */

const not =
  '((?:not|nicht|non|pas|no|não|niet|nie|inte|ikke|не|غير|לא|טרם|tidak|tak|belum|không) (?:yet |mehr |encore )?' +
  '|un|in|on|nie|ne|o|u|не)?';

/** Of a place on the page, an account, or what can be had. */
const neither = [
  wordsOf(`(?:top|bottom|on the|to the) left|left(?= (?:side|hand|menu|arrow|panel|column|bar))|prøv igjen
    gå tilbage|اسم ال?مستخدم|(?:dapat|bisa|boleh) digunakan`),
  partsOf('ใช้ได้ถึง|不可用'),
];

const left = [
  wordsOf(`${not}(?:left|left ?over|remain(?:ing|s|der)?|available|balance|verbleib~|übrig(?:e|es)?|verfügbar~
    rest(?:lich~|volumen|guthaben|daten~|e|ent|am|an|ano|ante?s?|anti)?|disp[oô]n[ií]~|soldes?|saldo|quedan?
    (?:por|sin) usar|rimanent[ei]|rimast[oaie]|rimangono|residu[oaie]|rester~|beschikba~|~tegoed|pozosta~
    został[oy]|do wykorzystania|dostępn~|zbýv~|zůst~|dostupn~|k dispozici|kvar|kvarvarande|återstå~|tillgänglig~
    tilbage|til rådighed|tilg[æj]~|igjen|gjen(?:væ|st)~|jäljellä|käytettävissä|käyttämä~|maradt?|maradék~
    fennmarad~|elérhető|felhasználható|egyenleg~|fel nem használ~|rămas[ăe]?|rămân~|υπόλοιπ~|απομ[έε]ν~
    διαθέσιμ~|αχρησιμ~|kalan~|kald[ıi]|kullan[ıi]l(?:ab|ma[ym])~|bakiye~|остал(?:ось|ся|ась|ись)|остат~
    оста[её]тся|доступн~|залиш(?:[ио]|к)~|و?(?:ال)?(?:متبق[يى]ة?|باق[يى]|متاحة?|رصيد~)|باقی ?مانده|مانده
    (?:استفاده|مصرف) ?نشده|ש?נותרו?|ש?נשארו?|יתר[הת]|זמינ?ה?|शेष|बाकी|बच[ाीे]|उपलब्ध|अप्रयुक्त|sisa|tersisa
    tersedia|baki|còn lại|còn(?= ?\\d|$)|số dư|chưa (?:sử )?dùng|chưa sử dụng)`),
  partsOf(
    '剩[余餘下]?|[余餘][额額量]|[结結尚][余餘]|可使?用|[使利]用可能|残[り量高余数デ]|残(?=[:\\d]|$)|未(?:使|利)?用|เหลือ|ใช้ได้อีก' +
      '|ไม่ได้ใช้|남은(?: ?기간)?|남음|남았|잔[여량액]|사용 ?가능|미사용',
  ),
];

const used = [
  wordsOf(`${not}(?:used(?! (?:to|for|by|as|with|cars?|phones?|devices?))|consumed|spent
    (?:ver|auf(?:ge)?)braucht~|genutzt~|utilisée?s?|consommée?s?|(?:us|utiliz|gast)ad[oa]s?|gastou
    consumid[oa]s?|(?:consum|utilizz|us)at[oaie]|(?:consum|utiliz)at[ăe]?|folosit[ăe]?|(?:ver|ge)bruikte?
    wykorzystan[oyae]|zużyt[oyae]|vyčerpán~|spotřebován~|využit[oáéaý]|för?bruka[td]e?|använ[td]|utnyttja[td]
    (?:for)?brugte?|(?:for)?brukte?|käytet~|kulutet~|(?:fel|el)használ(?:t|va|tál)~|χρησιμοποι[ηή](?:θ|μ|σ)~
    καταναλ[ώω](?:θ|μ|σ)~|kullan[ıi]lan|kulland[ıi]~|harcanan|использован~(?<!ие|ия)|израсходов~|потрач~
    використан[оаіи]й?|витрач~|و?(?:ال)?مست(?:خدم|هلك)ة?|تم (?:استخدام|استهلاك)~|(?:مصرف|استفاده) ?شده|נוצלו?
    השתמשת|(?:उपयोग|इस्तेमाल) (?:कि|हु|की)~|terpakai|digunakan|đã (?:dùng|sử dụng))`),
  partsOf('已使?用|已消耗|使用[量済了]|利用[量済]|使った|ใช้ไป|ใช้แล้ว|사용(?:량|한|됨|완료|된)'),
];

export const figureWords = { neither, left, used };
