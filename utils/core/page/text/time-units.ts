import { matchAt, patternAt, wordEnd } from './word-patterns.ts';

export type TimeUnit = 'minute' | 'hour' | 'day' | 'week' | 'month';

const letterOrDigit = `${wordEnd}(?![\\d_])`;

/** Words of scripts with spaces, and after them how a text of others goes on. */
const units: readonly (readonly [TimeUnit, RegExp, RegExp])[] = [
  [
    'minute',
    patternAt(
      `mins?|minu[tu]~|perc|λεπτ[άό]|dakika|минут~|хвилин~|мин|хв|دقيقة|دقائق|دقیقه|דקות|דקה|मिनट|menit|phút`,
      letterOrDigit,
    ),
    /分[钟鐘]?|นาที|분/y,
  ],
  [
    'hour',
    patternAt(
      `h|hrs?|hours?|stunden?|std|heures?|horas?|or[aeăá]|uu?r|uren|godzin~|godz|hodin~|timm?[ae]?r|tun(?:ti|tia|nin)
      ór[aá]~|ώρ(?:α|ες)|saat|час~|годин~|ساع[ةت]|ساعات|שעות|שעה|घंट[ेा]|jam|giờ`,
      letterOrDigit,
    ),
    /[个個]?小[时時]|時間|ชั่วโมง|시간/y,
  ],
  [
    'day',
    patternAt(
      `d|days?|tage?n?|jours?|j|d[ií]as?|giorn[io]|dag(?:en|ar|er|e)?|dni|dzień|d[ne][nyí]|dnů|päiv~|nap|zile?
      ημέρ~|μέρες
      gün|дн(?:ей|я|і|ів)|день|суток|يوما?|أيام|ايام|روز|ימים|יום|दिन|hari|ngày`,
      letterOrDigit,
    ),
    /[天日][間间]?|วัน|일간?/y,
  ],
  [
    'week',
    patternAt(
      `wks?|weeks?|wochen?|semaines?|semanas?|settiman[ae]|weken|tygodni~|týdn[yůe]|vecko?r|uger?|uker?|viik~|h[eé]t~
      săptăm~|εβδομάδ~|hafta|недел~|тижн~|أسابيع|أسبوع~|هفته|שבועות|שבוע|सप्ताह|minggu|tuần`,
      letterOrDigit,
    ),
    /[个個]?星期|[周週][間间]?|สัปดาห์|주/y,
  ],
  [
    'month',
    patternAt(
      `months?|mo|monate?n?|mois|mes(?:es|e|i)?|m[êe]s|maand~|miesi~|měsíc~|månad~|måned~|kuukau~|hónap~|lun[iă]|μήν~|ay
      месяц~|мес|місяц~|شهرا?|أشهر|ماه|חודשים|חודש|मही~|bulan|tháng`,
      letterOrDigit,
    ),
    /[个個かヶカケ]月|เดือน|개월|달/y,
  ],
];

/** The unit of time that stands at `index`. */
export function timeUnitAt(text: string, index: number): { unit: TimeUnit; end: number } | null {
  for (const [unit, spaced, joined] of units) {
    const found = matchAt(spaced, text, index) ?? matchAt(joined, text, index);
    if (found) return { unit, end: index + found[0].length };
  }
  return null;
}
