// What shortened components (`short.ts`) have in common: two shapes that Svelte's compiler writes out in each place.
// @ts-expect-error what compiled components call has no types
// eslint-disable-next-line svelte/no-svelte-internal
import * as $ from 'svelte/internal/client';

type Anchor = unknown;
type Part = (at: Anchor) => void;

/** A part of the page that is nothing but words. */
export const said = (words: () => unknown): Part => (at) => {
  const text = $.text();
  $.template_effect(() => $.set_text(text, words()));
  $.append(at, text);
};

/** One thing or another, or nothing. */
export function when(at: Anchor, test: () => unknown, yes: Part, no?: Part): void {
  $.if(at, (show: (part: Part, place?: number) => void) => {
    if (test()) show(yes);
    else if (no) show(no, -1);
  });
}
