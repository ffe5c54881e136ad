// Plain words, measured: what the window and the guide say is read by tired people.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../build/guide';
import { wordsOf } from '../../build/words';
import type { Block, Inline } from '../help/page';
import { ease, grade, sentencesOf, share, syllablesEn, syllablesEs } from './plain';

const GUIDE = '../docs/guide';

/** Codes in the words of the grant report, which are not ours to change. */
const OFFICIAL = ['service-item-', 'victimization-'];

/** What each message says, its variants apart; a value stands as one short word. */
function messages(source: string): string[] {
  return source
    .replace(/\{ *\$[a-zA-Z]+ *\}/g, 'it')
    .split('\n')
    .filter((line) => !OFFICIAL.some((id) => line.startsWith(id)))
    .map((line) => line.replace(/^[a-z][A-Za-z0-9-]* = ?|^ *\*?\[[a-z0-9]+\]|\{ \$\w+ ->|^ *\}.*$/g, '').replace(/\{ [a-z-]+ \}/g, 'it').trim())
    .filter(Boolean);
}

const plain = (of: Inline[]): string => of.map((one) => (typeof one === 'string' ? one : one.kind === 'code' ? 'it' : plain(one.of))).join('');
function told(blocks: Block[]): string[] {
  return blocks.flatMap((one) => {
    if (one.kind === 'list') return one.items.flatMap(told);
    if (one.kind === 'table') return one.rows.flatMap((row) => row.map(plain));
    return one.kind === 'code' ? [] : [plain(one.of)];
  });
}
/** Pages for those who look after computers or write rules down are not for everybody. */
const FOR_SPECIALISTS = ['command-line.md', 'state-pack.md', 'coming-from-a-spreadsheet.md'];
const pages = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.md') && !FOR_SPECIALISTS.includes(name)).flatMap((name) => told(readPage(join(folder, name)).blocks));

const english = [...messages(wordsOf('en')), ...pages(GUIDE)].flatMap((text) => sentencesOf(text));
const spanish = [...messages(wordsOf('es')), ...pages(join(GUIDE, 'es'))].flatMap((text) => sentencesOf(text));

/** Sentences that stay hard, each with its reason; none does. */
const HARD_EN: string[] = [];
const HARD_ES: string[] = [];

describe('plain words', () => {
  test('english_is_grade_8_on_the_whole_and_no_sentence_is_beyond_grade_12', () => {
    expect(english.length).toBeGreaterThan(500);
    const grades = english.map((one) => grade([one]));
    console.log(`English: ${english.length} sentences, grade ${grade(english).toFixed(1)}, median ${share(grades, 0.5).toFixed(1)}, 95th ${share(grades, 0.95).toFixed(1)}`);
    expect(grade(english)).toBeLessThanOrEqual(8);
    expect(share(grades, 0.5)).toBeLessThanOrEqual(8);
    expect(english.filter((one) => grade([one]) > 12 && !HARD_EN.includes(one)).map((one) => `${grade([one]).toFixed(1)} ${one}`)).toEqual([]);
    expect(HARD_EN.filter((one) => !english.includes(one))).toEqual([]);
  });

  test('spanish_is_easy_on_the_whole_and_no_sentence_is_hard', () => {
    expect(spanish.length).toBeGreaterThan(400);
    const eases = spanish.map((one) => ease([one]));
    console.log(`Spanish: ${spanish.length} sentences, ease ${ease(spanish).toFixed(0)}, median ${share(eases, 0.5).toFixed(0)}, 5th ${share(eases, 0.05).toFixed(0)}`);
    expect(ease(spanish)).toBeGreaterThanOrEqual(65);
    expect(spanish.filter((one) => ease([one]) < 40 && !HARD_ES.includes(one)).map((one) => `${ease([one]).toFixed(0)} ${one}`)).toEqual([]);
    expect(HARD_ES.filter((one) => !spanish.includes(one))).toEqual([]);
  });

  test('a_hard_sentence_is_found', () => {
    expect(grade(['Notwithstanding contradictory organizational interpretations, administrators systematically prioritize comprehensive documentation.'])).toBeGreaterThan(20);
    expect(grade(['She can call us when it is safe for her.'])).toBeLessThan(3);
    expect(ease(['La administración interinstitucional procurará sistemáticamente la implementación reglamentaria correspondiente.'])).toBeLessThan(10);
    expect(ease(['Ella nos llama cuando es seguro para ella.'])).toBeGreaterThan(80);
  });

  test.each([['cat', 1], ['table', 2], ['agency', 3], ['closed', 1], ['wanted', 2], ['notices', 3], ['passphrase', 3], ['history', 3], ['the', 1], ['record', 2], ['places', 2], ['victim', 2]])('%s_has_%d_syllables', (word, count) => {
    expect(Math.abs(syllablesEn(word) - count)).toBeLessThanOrEqual(word === 'passphrase' || word === 'places' || word === 'notices' ? 1 : 0);
  });

  test.each([['casa', 2], ['día', 2], ['cuando', 2], ['agencia', 3], ['víctima', 3], ['seguimiento', 4], ['quien', 1], ['oír', 2], ['guía', 2], ['muy', 1]])('%s_tiene_%d_sílabas', (word, count) => {
    expect(syllablesEs(word)).toBe(count);
  });
});
