import { partsOf, wordsOf } from './word-patterns.ts';

/* What else the words of a figure tell: that there is no limit, or when it ends. */

export const topicWords = {
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
};
