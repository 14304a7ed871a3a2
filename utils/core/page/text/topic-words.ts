import { partsOf, wordsOf } from './word-patterns.ts';

/* What else the words near a figure tell. */

export const topicWords = {
  total: [
    wordsOf(`total[eis]{0,2}|included|allowance|gesamt~|insgesamt|inklusiv~|incluid[oa]s?|totaa?lt?|łącznie
    celkem|yhteensä|össze~|σύνολ~|συνολικ~|toplam|всего|усього|всього|(?:ال)?إجمالي|(?:ال)?مجموع|כל|סך|कुल
    jumlah|tổng`),
    partsOf('[总總][量共计計流]|合計|総[量容]|ทั้งหมด|총|전체|합계'),
  ],
  unlimited: [
    wordsOf(`un ?limited|no limits?|un(?:begrenzt|limitiert)~|illimit~|ilimitad~|onbeperkt~|bez limitu
    nie(?:limitow|ogranicz)~|neomezen~|obegräns~|ubegr~|rajat(?:on|toma)~|korlátlan~|nelimitat~|απεριόριστ~
    s[ıi]n[ıi]rs[ıi]z|limitsiz|безлимит~|не ?ограничен~|безліміт~|необмежен~|(?:غير (?:ال)?|لا ?)محدود~|نامحدود
    ללא הגבלה|असीमित|अनलिमिटेड|tanpa (?:batas|had)|(?:tak|tidak) ?terbatas|không giới hạn`),
    partsOf('∞|[无無]制?限|不限|使い放題|ไม่จำกัด|무제한'),
  ],
  until: [
    wordsOf(`until|till|expir~|valid (?:to|thru|through)|ends|bis|läuft ab|gültig~|jusqu~|valables?|hasta|vence
    caduca~|válid~|vigencia|ven[cz]imi?ento|até|validade|scad~|fino al?|tot|geldig~|verloopt|ważn~|wygas~|platn~
    do|giltig~|gyldig~|udløb~|utløp~|voimassa|asti|päätty~|érvényes~|lejár~|valabil~|până|έως|μέχρι|λή[γξ]~
    ισχύ~|geçerli~|bitiş|kadar|до|действует|истека~|срок|діє|закінчу~|حتى|[تي]نته[يى]|صالح~|(?:ال)?صلاحي~|تا
    انقضا|اعتبار|עד|תוקף|तक|वैध~|समाप्त~|hingga|sampai|berlaku|berakhir|masa aktif|tempoh|đến|hết hạn|hạn`),
    partsOf('至|截止|到期|有效|期限|まで|有効|ถึง|หมดอายุ|까지|만료|유효'),
  ],
  extra: [
    wordsOf(`bonus~|extra|add ?-?ons?|gift|roll ?-?over|zus[aä]tz~|adiciona~|aggiuntiv~|dodat~|επιπλέον|ek paket~
    hediye|дополнит~|бонус~|(?:ال)?إضافي~|בונוס|बोनस|tambahan|tặng`),
    partsOf('[赠贈]送|加油包|[额額]外|ボーナス|追加|โบนัส|보너스|추가'),
  ],
  abroad: [
    wordsOf(`roaming|abroad|ausland~|étranger|extranjero|estero|exterior|buitenland~|zagrani~|zahrani~|utlan~
    udlan~|ulkomai~|külföld~|εξωτερικ~|yurt ?dışı~|роуминг~|роумінг~|(?:ال)?تجوال|(?:ال)?دولي~|רומינג|रोमिंग
    luar neg[ea]ri|nước ngoài`),
    partsOf('漫[游遊]|境外|国际|海外|ローミング|โรมมิ่ง|로밍|해외'),
  ],
  offer: [
    wordsOf(`offers?|buy|shop|deals?|top ?-?up|angebote?|kaufen|buchen|offres?|acheter|recharg~|ofertas?|comprar?
    recargar?|offert[ae]|acquist~|ricaric~|aanbieding~|kopen|kup|promocj~|nabíd~|koupit|erbjudande~|köpa?
    tilbud~|køb|kjøp|tarjou~|ajánlat~|cumpăr~|προσφορ~|teklif~|kampanya~|satın al~|купить|акци[ия]|купити
    (?:ال)?عروض|شراء|خرید|מבצע~|खरीद~|penawaran|beli|promo|ưu đãi|mua`),
    partsOf('[购購][买買]|[优優]惠|充值|購入|キャンペーン|ซื้อ|โปรโม|구매|할인|충전'),
  ],
  daily: [
    wordsOf(`daily|today|per day|täglich~|tages~|heute|par jour|diari[oa]s?|hoy|hoje|diári[oa]s?|giornalier~|oggi
    per dag|vandaag|dzienn~|dnes|daglig~|i ?dag|päivittäi~|napi|zilnic|σήμερα|günlük|bugün|сегодня|ежедневн~
    сьогодні|(?:ال)?يومي~|اليوم|امروز|היום|आज|harian|hari ini|hôm nay`),
    partsOf('今[日天]|每[日天]|当日|本日|รายวัน|วันนี้|오늘|매일'),
  ],
  voice: [
    wordsOf(`min(?:ute)?s?|calls?|sms|voice|texts?|minuten|anrufe?|appels?|minut[oiys]s?|llamadas?|chamadas?
    chiamat~|połącze~|hovor~|samtal~|opkald|puhel~|hívás~|perc|apelur~|κλήσ~|λεπτά|dakika~|звон~|минут~|дзвін~
    хвилин~|(?:ال)?مكالم~|دقائق|مکالم~|שיחות|דקות|कॉल|मिनट|panggilan|telepon|menit|minit|cuộc gọi|phút`),
    partsOf('通[話话]|[语語]音|短信|分[钟鐘]|โทร|นาที|통화|문자'),
  ],
};
