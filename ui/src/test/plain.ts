// How hard a sentence is to read. English by the grade of Flesch and Kincaid; Spanish by the reading ease of Fernández
// Huerta, whose steps INFLESZ names: 55 and more is what most people read without effort.
//
// Syllables are counted by rules that fit ordinary words and miss a few; over a whole text that evens out.

const CONSONANTS_THEN_E = /[^aeiouy]e$/;

/** Syllables of an English word. */
export function syllablesEn(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '');
  if (plain.length <= 3) return 1;
  const spoken = plain.replace(/(?:[^laeiouy]es|[^dt]ed)$/, (end) => end[0]).replace(CONSONANTS_THEN_E, (end) => (plain.endsWith('le') && !/[aeiouy]le$/.test(plain) ? end : end[0]));
  return Math.max(1, (spoken.match(/[aeiouy]+/g) ?? []).length);
}

/** Syllables of a Spanish word: strong vowels part, weak ones join, an accent on a weak one parts again. */
export function syllablesEs(word: string): number {
  const plain = word.toLowerCase().replace(/qu|gu(?=[eiéí])/g, 'k').replace(/y$/, 'i');
  const groups = plain.match(/[aeiouáéíóúü]+/g) ?? [];
  return Math.max(1, groups.reduce((sum, group) => sum + Math.max(1, (group.match(/[aeoáéóíú]/g) ?? []).length), 0));
}

const wordsOf = (sentence: string): string[] => sentence.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

interface Counted {
  sentences: number;
  words: number;
  syllables: number;
}

export function counted(sentences: string[], syllables: (word: string) => number): Counted {
  const words = sentences.flatMap(wordsOf);
  return { sentences: sentences.length, words: words.length, syllables: sum(words.map(syllables)) };
}

/** School grade of English sentences. */
export function grade(sentences: string[]): number {
  const { sentences: count, words, syllables } = counted(sentences, syllablesEn);
  return 0.39 * (words / count) + 11.8 * (syllables / words) - 15.59;
}

/** Ease of Spanish sentences, 100 the easiest. */
export function ease(sentences: string[]): number {
  const { sentences: count, words, syllables } = counted(sentences, syllablesEs);
  return 206.84 - 60 * (syllables / words) - 1.02 * (words / count);
}

/** The sentences of a text that have at least `least` words; shorter ones are labels, and no formula fits them. */
export function sentencesOf(text: string, least = 8): string[] {
  return text
    .split(/(?<=[.!?])["”’»)]*\s+|\n+/)
    .map((one) => one.trim())
    .filter((one) => wordsOf(one).length >= least);
}

/** The value below which this part of all values lies. */
export function share(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
}
