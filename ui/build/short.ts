// What Svelte's compiler writes at length for components of every kind is written shortly where ours need no more. What is
// drawn, and when, stays the same; a shape that is not known here is left as the compiler wrote it.
import { join } from 'node:path';
import { parseAst, type Plugin } from 'vite';

/** A piece of a program as the parser tells it; what else it has depends on its type. */
interface Piece {
  type: string;
  start: number;
  end: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  [more: string]: any;
}
/** What stands from here to there becomes something else. */
type Edit = [from: number, to: number, text: string];

/** What shortened components have in common. */
const PARTS = join(import.meta.dirname, 'short-parts.ts');

const isPiece = (value: unknown): value is Piece => typeof (value as Piece | null)?.type === 'string';

/** The pieces of a piece, with what is in them; nothing of one that is `left` out. */
function* insideOf(piece: Piece, left: (one: Piece) => boolean = () => false): Generator<Piece> {
  for (const one of Object.values(piece).flat().filter(isPiece)) {
    if (left(one)) continue;
    yield one;
    yield* insideOf(one, left);
  }
}

/** Where a value is named, and not another one of that name. */
function usesOf(name: string, within: Piece): Piece[] {
  const isItsOwn = (one: Piece): boolean =>
    one.params?.some((param: Piece) => param.name === name) || (one.type === 'BlockStatement' && one.body.some((line: Piece) => declared(line)?.id.name === name));
  return [...insideOf(within, isItsOwn)].filter((one) => one.type === 'Identifier' && one.name === name);
}

const declared = (line: Piece): Piece | undefined => (line.type === 'VariableDeclaration' ? line.declarations[0] : undefined);

/** The values of a call; nothing if it does not call this. */
function callOf(called: string, piece: Piece | undefined): Piece[] | undefined {
  const call: Piece | undefined = piece?.type === 'ExpressionStatement' ? piece.expression : piece;
  if (call?.type !== 'CallExpression') return undefined;
  const { callee } = call;
  const name = callee.type === 'MemberExpression' ? `${callee.object.name}.${callee.property.name}` : callee.name;
  return name === called ? call.arguments : undefined;
}

/** The expression that a function of no values answers. */
function answerOf(piece: Piece | undefined): Piece | undefined {
  return piece?.type === 'ArrowFunctionExpression' && piece.params.length === 0 && piece.body.type !== 'BlockStatement' ? piece.body : undefined;
}

/** An effect that is told values by functions beside it asks for them itself: it compares what it writes in any case. */
function asksItself(code: string, piece: Piece): Edit[] {
  const [effect, values, ...more] = callOf('$.template_effect', piece) ?? [];
  if (piece.type !== 'CallExpression' || !effect || values?.type !== 'ArrayExpression' || more.length > 0) return [];
  const told = (effect.params as Piece[]).map((param, place): Edit | undefined => {
    const [use, ...others] = usesOf(param.name, effect.body);
    const answer = answerOf(values.elements[place]);
    return use && answer && others.length === 0 ? [use.start, use.end, `(${code.slice(answer.start, answer.end)})`] : undefined;
  });
  if (!told.every((one) => one !== undefined) || [...insideOf(effect.body)].some((one) => one.type.includes('Function'))) return [];
  return [...told, [effect.start, effect.body.start, '() => '], [effect.end, values.end, '']];
}

/** Words that a component is given by their id alone are not kept but spoken when it reads them. */
function spokenWhenRead(code: string, piece: Piece): Edit[] {
  if (piece.type !== 'BlockStatement') return [];
  return (piece.body as Piece[]).flatMap((line): Edit[] => {
    const kept = declared(line);
    const words = answerOf(callOf('$.derived', kept?.init)?.[0]);
    if (!kept || !words || !callOf('t', words)?.every((one) => one.type === 'Literal')) return [];
    const reads = [...insideOf(piece)].filter((one) => one.type === 'CallExpression' && callOf('$.get', one)?.[0].name === kept.id.name);
    const uses = usesOf(kept.id.name, piece).filter((one) => one.start !== kept.id.start);
    const read = reads.find((one) => one.arguments[0].start === uses[0]?.start);
    return read && uses.length === 1 ? [[line.start, line.end, ''], [read.start, read.end, code.slice(words.start, words.end)]] : [];
  });
}

/** A part of the page that is nothing but words. */
function onlyWords(_code: string, piece: Piece): Edit[] {
  const isPart = piece.type === 'ArrowFunctionExpression' && piece.params.map((one: Piece) => one.name).join().match(/^\$\$anchor(,\$\$slotProps)?$/);
  if (!isPart || piece.body.type !== 'BlockStatement' || piece.body.body.length !== 3) return [];
  const [text, effect, append] = piece.body.body as Piece[];
  const name = declared(text)?.id.name;
  const written = callOf('$.set_text', answerOf(callOf('$.template_effect', effect)?.[0]));
  const isText = callOf('$.text', declared(text)?.init)?.length === 0 && written?.[0].name === name && callOf('$.append', append)?.[1].name === name;
  return isText && written ? [[piece.start, written[1].start, '$$said(() => '], [written[1].end, piece.end, ')']] : [];
}

/** One thing or another, or nothing. */
function oneOrOther(_code: string, piece: Piece): Edit[] {
  const [, choose, ...more] = callOf('$.if', piece) ?? [];
  const [line, ...others]: Piece[] = choose?.body.body ?? [];
  if (piece.type !== 'CallExpression' || more.length > 0 || others.length > 0 || line?.type !== 'IfStatement') return [];
  const yes = callOf('$$render', line.consequent);
  const no = callOf('$$render', line.alternate ?? undefined);
  if (yes?.length !== 1 || (line.alternate && no?.[1].operator !== '-')) return [];
  return [
    [piece.callee.start, piece.callee.end, '$$when'],
    [choose.start, line.test.start, '() => ('],
    [line.test.end, choose.end, `), ${[yes[0], ...(no?.slice(0, 1) ?? [])].map((one) => one.name).join(', ')}`],
  ];
}

function edited(code: string, ...rules: ((code: string, piece: Piece) => Edit[])[]): string {
  const pieces = [...insideOf(parseAst(code) as unknown as Piece)];
  const edits = pieces.flatMap((piece) => rules.flatMap((rule) => rule(code, piece))).sort(([one], [other]) => other - one);
  return edits.reduce((text, [from, to, by]) => text.slice(0, from) + by + text.slice(to), code);
}

/** A compiled component, written shortly. */
export function short(code: string): string {
  return `import { said as $$said, when as $$when } from ${JSON.stringify(PARTS)};\n${edited(edited(code, asksItself, spokenWhenRead), onlyWords, oneOrOther)}`;
}

export function shortened(): Plugin {
  return {
    name: 'short',
    apply: 'build',
    transform: {
      order: 'post',
      handler: (code, id) => (id.endsWith('.svelte') ? { code: short(code), map: null } : undefined),
    },
  };
}
