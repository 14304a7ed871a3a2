import { figureWords } from './figure-words.ts';
import { plainText } from './plain-text.ts';
import { topicWords } from './topic-words.ts';
import { partsOf, wordsOf } from './word-patterns.ts';

type Topic = keyof typeof topicWords;
export type Meaning = 'left' | 'used' | Topic;

const topics = Object.entries(topicWords) as [Topic, readonly RegExp[]][];

/** What is said by "not" and a word. */
const turnedRound: Readonly<Record<string, Meaning>> = { used: 'left' };

/** What the words of a label, a heading or a sentence say of a figure. */
export function meaningsOf(text: string): ReadonlySet<Meaning> {
  const meanings = new Set<Meaning>();
  const plain = plainText(text);
  if (!/[\p{L}∞]/u.test(plain)) return meanings;
  let rest = plain;
  for (const [meaning, patterns] of Object.entries(figureWords)) {
    for (const words of patterns) {
      rest = rest.replace(words, (_, not) => {
        const turned = typeof not === 'string' ? turnedRound[meaning] : meaning;
        if (turned === 'left' || turned === 'used') meanings.add(turned);
        return '\n';
      });
    }
  }
  for (const [topic, patterns] of topics) if (patterns.some((words) => plain.search(words) !== -1)) meanings.add(topic);
  return meanings;
}

/** Whether a text begins or ends with a word for what is left. */
export function hasLeftAt(text: string, side: 'start' | 'end'): boolean {
  const plain = plainText(text).replace(/\s?:$/, '');
  return figureWords.left.some((words) =>
    Array.from(plain.matchAll(words)).some(({ 0: { length }, index }) =>
      side === 'start' ? index === 0 : index + length === plain.length,
    ),
  );
}

const greetings = [
  wordsOf(`hello|hi|hey|good (?:morning|afternoon|evening|day)|welcome|hallo|guten? (?:tag|morgen|abend)
    willkommen|bonjour|bonsoir|bienven~|hola|buen[oa]s (?:días|tardes|noches)|ciao|buon(?:giorno|asera)
    benvenut~|olá|bom dia|boa (?:tarde|noite)|goede(?:morgen|middag|navond)|welkom|cześć|dzień dobry
    dobrý (?:den|večer)|hej|v[äe]lkommen|hei|hyvää~|tervetuloa|szia|üdvöz~|jó (?:reggelt|napot|estét)|bună~
    γει[αά]~|καλημέρα|καλησπέρα|merhaba|hoş ?geldin~|здравствуйте|привет~|добр(?:ый|ое|ого|ий|о)|вітаємо|привіт
    مرحب~|[أا]هلا~|السلام عليكم|سلام|שלום|नमस्ते|halo|hai|selamat (?:pagi|siang|sore|malam|datang)|xin chào`),
  partsOf('สวัสดี|こんにちは|こんばんは|おはよう|ようこそ|안녕하세요|[您你]好|[早上中下晚][上午]好|[欢歡]迎'),
];
/** Longer ones say something else, too. */
const longestGreeting = 60;

/** "Hello, Anna" and no more: the words above an account, not those of a part of it. */
export function isGreeting(text: string): boolean {
  if (text.length > longestGreeting || !greetings.some((words) => plainText(text).search(words) === 0)) return false;
  return !/^\p{L}+-\p{L}/u.test(text.trim()) && meaningsOf(text).size === 0;
}
