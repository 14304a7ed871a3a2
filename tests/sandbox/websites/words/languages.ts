import type { Language } from '../types.ts';
import { chinese } from './chinese.ts';
import { english } from './english.ts';
import { german } from './german.ts';
import { indonesian } from './indonesian.ts';
import type { Words } from './words.ts';

const WORDS: Readonly<Record<Language, Words>> = { en: english, de: german, id: indonesian, zh: chinese };

export function wordsOf(language: Language): Words {
  return WORDS[language];
}
