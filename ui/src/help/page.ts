// A page of the guide, as it is made from docs/guide when the window is built: headings, paragraphs, lists, tables.

/** Where a link leads: a page, and a heading on it. */
export interface Target {
  page: string;
  heading?: string;
}

/** A run of words. */
export type Inline =
  | string
  | { kind: 'strong'; of: Inline[] }
  | { kind: 'em'; of: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; to: Target; of: Inline[] };

/** A piece of a page. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; id: string; of: Inline[] }
  | { kind: 'paragraph'; of: Inline[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { kind: 'code'; text: string }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] };

export interface Page {
  title: string;
  blocks: Block[];
}
