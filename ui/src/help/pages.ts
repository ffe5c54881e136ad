// The pages of the guide, each read when somebody opens it. Where a page is not there in a language, the English
// one stands in, and says so.
import { ownFile } from '../backend/own-file';
import type { Language } from '../words.svelte';
import type { Page } from './page';

const addresses = import.meta.glob<string>(['../../../docs/guide/**/*.md', '../../../docs/merging-tables.md'], { import: 'default', eager: true });
const titles = import.meta.glob<string>(['../../../docs/guide/**/*.md', '../../../docs/merging-tables.md'], { query: '?title', import: 'default', eager: true });

/** In this order they stand in the list; one that is not named here follows. */
const ORDER = ['deputy', 'coordinator', 'it', 'quick-start', 'monday'];

const pathOf = (page: string, language: Language): string =>
  page === 'merging-tables' ? '../../../docs/merging-tables.md' : `../../../docs/guide/${language === 'es' ? 'es/' : ''}${page}.md`;

function placed(page: string, language: Language): { path: string; translated: boolean } {
  const own = pathOf(page, language);
  return own in titles ? { path: own, translated: true } : { path: pathOf(page, 'en'), translated: language === 'en' };
}

export interface Listed {
  page: string;
  title: string;
}

/** Every page with its title. */
export function contents(language: Language): Listed[] {
  const pages = Object.keys(titles).filter((path) => !path.includes('/es/')).map((path) => path.replace(/^.*\/|\.md$/g, ''));
  const rank = (page: string) => (ORDER.includes(page) ? ORDER.indexOf(page) : ORDER.length);
  return pages.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b)).map((page) => ({ page, title: titles[placed(page, language).path] }));
}

/** A page to read; `translated` is false where English stands in. */
export async function pageIn(page: string, language: Language): Promise<{ page: Page; translated: boolean }> {
  const { path, translated } = placed(page, language);
  return { page: await ownFile<Page>(addresses[path]), translated };
}
