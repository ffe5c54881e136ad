// The guide inside the window: each page of docs/guide becomes a file of data that a component draws, so that no reader
// of Markdown and no HTML is in the program. Pictures stay out: whoever reads it there has the window before her. A link
// out of the guide is told as text, because the window goes nowhere.
//
// A Spanish page has the headings of the English one, in the same order; they keep the English ids, so that a screen
// leads to the same place in both.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { lexer, type Token, type Tokens } from 'marked';
import type { Plugin } from 'vite';
import type { Block, Inline, Page } from '../src/help/page';
import { ownFile } from './own-file.ts';

const FOLDER = join(import.meta.dirname, '../../docs/guide');
/** The pages there are inside the window. */
const PAGES = new Set(['merging-tables', ...readdirSync(FOLDER).filter((name) => name.endsWith('.md')).map((name) => basename(name, '.md'))]);

/** The id of a heading, as GitHub makes it. */
export function slug(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}\s-]/gu, '').trim().replace(/\s/g, '-');
}

/** What a run of words says, without its marks. */
export function plainOf(of: Inline[]): string {
  return of.map((one) => (typeof one === 'string' ? one : one.kind === 'code' ? one.text : plainOf(one.of))).join('');
}

function inline(tokens: Token[] = []): Inline[] {
  return tokens.flatMap((token): Inline[] => {
    switch (token.type) {
      case 'text':
      case 'escape':
        return 'tokens' in token && token.tokens ? inline(token.tokens) : [(token as Tokens.Text).text.replace(/\s*\n\s*/g, ' ')];
      case 'strong':
        return [{ kind: 'strong', of: inline(token.tokens) }];
      case 'em':
        return [{ kind: 'em', of: inline(token.tokens) }];
      case 'codespan':
        return [{ kind: 'code', text: (token as Tokens.Codespan).text }];
      case 'link':
        return link(token as Tokens.Link);
      case 'image':
        return [];
      default:
        throw new Error(`the guide has no way to show “${token.raw}” (${token.type})`);
    }
  });
}

function link({ href, tokens }: Tokens.Link): Inline[] {
  const [path, heading] = href.split('#');
  const of = inline(tokens);
  const page = path === '' ? '' : basename(path, '.md');
  const isOurs = page === '' || (path.endsWith('.md') && PAGES.has(page));
  return isOurs ? [{ kind: 'link', to: { page, heading }, of }] : [...of, ` (${href.replace(/^(\.\.\/)+/, '')})`];
}

function heading({ depth, text, raw, tokens }: Tokens.Heading): Block {
  if (depth !== 1 && depth !== 2 && depth !== 3) throw new Error(`the guide has no way to show “${raw}” (a heading this deep)`);
  return { kind: 'heading', level: depth, id: slug(text), of: inline(tokens) };
}

function block(token: Token): Block[] {
  switch (token.type) {
    case 'space':
      return [];
    case 'heading':
      return [heading(token as Tokens.Heading)];
    case 'paragraph':
    case 'text': {
      const of = inline(token.type === 'text' ? ((token as Tokens.Text).tokens ?? [token]) : token.tokens);
      return plainOf(of).trim() === '' ? [] : [{ kind: 'paragraph', of }];
    }
    case 'list': {
      const list = token as Tokens.List;
      return [{ kind: 'list', ordered: list.ordered, start: Number(list.start) || 1, items: list.items.map((item) => item.tokens.flatMap(block)) }];
    }
    case 'code':
      return [{ kind: 'code', text: (token as Tokens.Code).text }];
    case 'table': {
      const table = token as Tokens.Table;
      return [{ kind: 'table', head: table.header.map((cell) => inline(cell.tokens)), rows: table.rows.map((row) => row.map((cell) => inline(cell.tokens))) }];
    }
    default:
      throw new Error(`the guide has no way to show “${token.raw}” (${token.type})`);
  }
}

/** The page a text in Markdown is. */
export function pageOf(markdown: string): Page {
  const blocks = lexer(markdown).flatMap(block);
  const [title] = blocks;
  if (title?.kind !== 'heading' || title.level !== 1) throw new Error('a page of the guide begins with its title');
  return { title: plainOf(title.of), blocks };
}

const headingsOf = (page: Page) => page.blocks.filter((one) => one.kind === 'heading');

/** A translated page under the ids of the English one. */
export function under(english: Page, translated: Page): Page {
  const [wanted, given] = [headingsOf(english), headingsOf(translated)];
  if (wanted.map((one) => one.level).join() !== given.map((one) => one.level).join()) {
    throw new Error(`“${translated.title}” does not have the headings of “${english.title}”`);
  }
  const ids = new Map(given.map((one, index) => [one, wanted[index].id]));
  return { ...translated, blocks: translated.blocks.map((one) => (one.kind === 'heading' ? { ...one, id: ids.get(one) ?? one.id } : one)) };
}

/** Reads a page of docs/guide; a Spanish one under the ids of the English. */
export function readPage(path: string): Page {
  const page = pageOf(readFileSync(path, 'utf8'));
  return path.includes('/es/') ? under(pageOf(readFileSync(path.replace('/es/', '/'), 'utf8')), page) : page;
}

export function guide(): Plugin {
  return {
    name: 'guide',
    enforce: 'pre',
    load(id) {
      const [path, query] = id.split('?');
      if (!path.endsWith('.md')) return undefined;
      if (path.includes('/es/')) this.addWatchFile(path.replace('/es/', '/'));
      const page = readPage(path);
      if (query?.startsWith('title')) return { code: `export default ${JSON.stringify(page.title)};`, moduleType: 'js' };
      return ownFile(this, basename(path, '.md'), page);
    },
  };
}
