// Taking back what was saved last. After a save it is offered for a while below the screen; by Ctrl+Z and in
// the palette for as long as the program offers it.
import { backend, failureOf, type Draft, type DraftView, type Failure, type UndoView } from '../backend';
import { keepAll, placeOf, takeSaved } from '../drafts/draft.svelte';
import { word } from '../words.svelte';
import type { Place } from './router.svelte';
import { session } from './session.svelte';

/** So long it is shown. */
const SHOWN_FOR_MS = 10_000;
/** Forms that are not begun afresh under the hands of who types in them. */
const TYPED_IN = 'main input:not([type=radio], [type=checkbox]), main textarea';

class Undo {
  /** What is offered below the screen. */
  offer = $state.raw<UndoView | null>(null);
  /** Why it was not taken back; it stays until it is put away. */
  failure = $state.raw<Failure | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown = '';
  /** What was typed in the form whose save is shown, and what was given back of it: in memory, until the lock. */
  #typed: Draft | null = null;
  #givenBack: Draft | null = null;
  #busy = false;

  /** Something may have been saved: offers to take it back, once for each save. */
  look = async (): Promise<void> => {
    const typed = takeSaved();
    const view = await backend.undoOffered().catch(() => null);
    if (!view || view.commit === this.#shown) return;
    this.#shown = view.commit;
    this.#typed = typed;
    this.failure = null;
    this.offer = view.refusal ? null : view;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.offer = null), SHOWN_FOR_MS);
  };

  /** Takes back what was saved last, or says why not. */
  take = async (): Promise<void> => {
    if (this.#busy) return;
    this.#busy = true;
    try {
      const view = await backend.undoOffered();
      this.offer = null;
      this.failure = view ? view.refusal : { code: 'not-taken-back', values: { why: 'over' } };
      if (view && !view.refusal) await this.#takeBack(view);
    } catch (error) {
      this.failure = failureOf(error);
    } finally {
      this.#busy = false;
    }
  };

  putAway(): void {
    clearTimeout(this.#timer);
    this.offer = null;
    this.failure = null;
    takeSaved();
    this.#typed = this.#givenBack = null;
  }

  async #takeBack(view: UndoView): Promise<void> {
    const typed = view.commit === this.#shown ? this.#typed : null;
    const saved = await backend.takeBack(view.commit);
    session.takenBack(view.takesBack, saved);
    await keepAll();
    if (view.takesBack) this.#givenBack = typed && (await giveBack(typed));
    else if (this.#givenBack) await withdraw(this.#givenBack);
    const isLeft = view.takesBack && (await isGone(session.router.place, saved.id));
    if (isLeft) session.router.back();
    else if (isTypedIn()) return;
    const form = view.takesBack && this.#givenBack ? placeOf(this.#givenBack) : undefined;
    if (form) session.router.go(form);
    else if (!isLeft) session.router.again();
  }
}

function isTypedIn(): boolean {
  return [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(TYPED_IN)].some((field) => field.value !== '');
}

async function keptFor({ form, about }: Draft): Promise<DraftView | undefined> {
  return (await backend.drafts().catch(() => [])).find((one) => one.form === form && one.about === about);
}

/** What was typed is a draft again, unless the form was begun anew meanwhile; the draft that is there now, if it is. */
async function giveBack(typed: Draft): Promise<Draft | null> {
  if (await keptFor(typed)) return null;
  return backend.keepDraft(typed).then(() => typed, () => null);
}

/** What is saved again is no draft any longer, unless somebody went on writing in it. */
async function withdraw(typed: Draft): Promise<void> {
  const { form, about } = typed;
  if ((await keptFor(typed))?.content === typed.content) await backend.discardDraft({ form, about }).catch(() => {});
}

/** Whether the page that is shown is that of a record which was taken back and is there no more. */
async function isGone(place: Place, id: string): Promise<boolean> {
  const there = () => false;
  if (place.screen === 'victim' && place.victimId === id) return backend.victim(id).then(there, () => true);
  if (place.screen === 'partner' && place.partnerId === id) return backend.partner(id).then(there, () => true);
  return false;
}

export const undo = new Undo();

/** What a record is called where it is taken back. */
export function recordWord(view: UndoView): string {
  return word('record', view.record);
}
