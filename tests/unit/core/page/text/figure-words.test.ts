import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meaningsOf } from '../../../../../utils/core/page/text/meaning.ts';

/** Language, words for what is left, words for what is used. */
const figures = [
  [
    'en',
    'Data left|Remaining data|Data remaining|Available|Balance|Unused|not used|2 GB not yet used',
    'Used|Data used|used up|You have used 2 GB|Consumed|used of 10 GB',
  ],
  [
    'de',
    'verbleibend|Verbleibendes Datenvolumen|übrig|Restvolumen|verfügbar|Noch verfügbar|nicht verbraucht|ungenutzt',
    'verbraucht|Verbrauchtes Datenvolumen|aufgebraucht|genutzt|bereits verbraucht',
  ],
  [
    'fr',
    'restant|Données restantes|Il vous reste|disponible|Solde|non utilisé|non consommé',
    'utilisé|Données utilisées|consommé|déjà consommés',
  ],
  [
    'es',
    'Te quedan|quedan|restante|Datos restantes|disponibles|Saldo|no consumido|sin usar',
    'consumido|usados|Datos utilizados|Has gastado|gastado',
  ],
  ['it', 'rimanenti|Ti restano|Giga residui|disponibili|non utilizzati', 'utilizzati|consumati|Giga usati'],
  ['pt', 'restante|Restam|disponível|Saldo|não utilizado', 'utilizado|consumido|Dados usados|já gastou'],
  ['nl', 'resterend|Resterende data|beschikbaar|Tegoed|niet gebruikt|ongebruikt', 'gebruikt|verbruikt|Verbruikte data'],
  ['pl', 'pozostało|Pozostały limit|dostępne|do wykorzystania|niewykorzystane', 'wykorzystano|zużyto|wykorzystane'],
  ['cs', 'zbývá|Zbývající data|zůstatek|k dispozici|nevyužito', 'vyčerpáno|spotřebováno|využito'],
  ['sv', 'kvar|Kvarvarande data|återstår|tillgängligt|inte använt|oanvänd', 'använt|förbrukat|utnyttjat'],
  ['da', 'tilbage|Resterende|til rådighed|ikke brugt|ubrugt', 'brugt|forbrugt'],
  ['nb', 'igjen|gjenværende|tilgjengelig|ikke brukt|ubrukt', 'brukt|forbrukt'],
  ['fi', 'jäljellä|käytettävissä|käyttämättä', 'käytetty|kulutettu'],
  ['hu', 'maradt|fennmaradó|felhasználható|elérhető|fel nem használt', 'felhasznált|felhasználva|elhasznált'],
  ['ro', 'rămas|disponibil|Trafic rămas|neutilizat', 'consumat|utilizat|folosit'],
  ['el', 'υπόλοιπο|απομένουν|διαθέσιμα|αχρησιμοποίητα', 'χρησιμοποιήθηκαν|καταναλώθηκαν|χρησιμοποιημένα'],
  ['tr', 'Kalan|KALAN|kaldı|kullanılabilir|Bakiye|kullanılmayan|kullanılmamış', 'kullanılan|kullandınız|harcanan'],
  ['ru', 'осталось|Остаток|доступно|не использовано|неиспользованный', 'использовано|Израсходовано|потрачено'],
  ['uk', 'залишилось|Залишок|доступно|не використано', 'використано|витрачено'],
  ['ar', 'المتبقي|الرصيد المتبقي|متبقية|المتاح|غير مستخدم', 'المستخدم|البيانات المستخدمة|المستهلك|تم استخدام'],
  ['fa', 'باقی‌مانده|باقیمانده|مانده|استفاده نشده', 'مصرف شده|مصرف‌شده|استفاده شده'],
  ['he', 'נותר|נותרו|יתרה|לא נוצל', 'נוצל|נוצלו|השתמשת'],
  ['hi', 'शेष|बाकी|बचा|उपलब्ध', 'उपयोग किया गया|इस्तेमाल किया'],
  ['id', 'Sisa|Sisa kuota|tersisa|tersedia|belum terpakai', 'terpakai|digunakan'],
  ['ms', 'Baki|Baki data|belum digunakan', 'telah digunakan|digunakan'],
  ['vi', 'còn lại|Còn 2 GB|Số dư|chưa sử dụng', 'đã dùng|đã sử dụng'],
  ['th', 'คงเหลือ|เหลือ|ใช้ได้อีก|ยังไม่ได้ใช้', 'ใช้ไป|ใช้แล้ว|ใช้ไปแล้ว'],
  ['ja', '残り|残りデータ量|データ残量|残高|利用可能|未使用|未利用分', '使用済み|ご利用量|使用量|使用済データ'],
  ['ko', '남은 데이터|잔여|잔여량|사용 가능|미사용', '사용량|사용한 데이터|사용됨'],
  ['zh-CN', '剩余|剩余流量|余额|余量|可用|还剩|未使用|尚未使用', '已用|已用流量|已使用|已使用流量|已用完'],
  ['zh-TW', '剩餘|剩餘數據|餘額|餘量|可用|未使用', '已用|已使用'],
] as const;

function figureOf(text: string): string[] {
  return [...meaningsOf(text)].filter((meaning) => meaning === 'left' || meaning === 'used');
}

describe('a word of a figure', () => {
  test.each(figures)('in %s tells what is left from what is used', (_, left, used) => {
    const read = (texts: string) => texts.split('|').map((text) => [text, ...figureOf(text)]);
    expect(read(left)).toEqual(left.split('|').map((text) => [text, 'left']));
    expect(read(used)).toEqual(used.split('|').map((text) => [text, 'used']));
  });

  test('is read the same in capitals', () => {
    const capitals = figures.flatMap(([language, left]) =>
      language === 'tr' ? [] : left.split('|').filter((text) => !figureOf(text.toUpperCase()).includes('left')),
    );
    // Capitals of Greek have no accents.
    expect(capitals.filter((text) => !/\p{Script=Greek}/u.test(text))).toEqual([]);
  });

  test.each([
    ...['Usage', 'Data usage', 'Account usage', 'Verbrauch', 'Nutzung', 'Consommation', 'Использование', 'Kullanım'],
    ...['Left side', 'left menu', 'Top left', 'Used cars', 'used phones', 'Cookies are used to', 'Unavailable'],
    ...[
      'Username',
      'User',
      'Utilizator',
      'nicht verfügbar',
      'indisponible',
      'اسم المستخدم',
      '不可用',
      'ใช้ได้ถึง 12 ธ.ค.',
    ],
    ...['Restaurant', 'Leftovers', 'Prøv igjen', 'Gå tilbage', 'My plan', 'Mein Tarif', '2.75 GB', '套餐', ''],
  ])('is not in %j', (text) => {
    expect(figureOf(text)).toEqual([]);
  });

  test.each(['2 GB used, 8 GB left', '已用2GB 剩余8GB', 'verbraucht 2 GB, übrig 8 GB'])(
    'of both kinds is in %j',
    (text) => {
      expect(figureOf(text).sort()).toEqual(['left', 'used']);
    },
  );

  test('never says both by itself', () => {
    const words = figures.flatMap(([, left, used]) => [...left.split('|'), ...used.split('|')]);
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.constantFrom('', ' ', ': 2,75 GB', ' (10 GB)'), (word, end) => {
        expect(figureOf(word + end)).toHaveLength(1);
      }),
    );
  });
});
