// Taking back what was saved last. After a save it is offered for a while in a corner of the window; by Ctrl+Z and in
// the palette for as long as the program offers it.
import { backend, failureOf, type Failure, type UndoView } from '../backend';
import { keepAll } from '../drafts/draft.svelte';
import { word } from '../words.svelte';
import type { Place } from './router.svelte';
import { session } from './session.svelte';

/** So long the corner shows it. */
const SHOWN_FOR_MS = 10_000;
/** Forms that are not begun afresh under the hands of who types in them. */
const TYPED_IN = 'main input:not([type=radio], [type=checkbox]), main textarea';

class Undo {
  /** What the corner offers. */
  offer = $state.raw<UndoView | null>(null);
  /** Why it was not taken back; it stays until it is put away. */
  failure = $state.raw<Failure | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown = '';
  #busy = false;

  /** Something may have been saved: offers to take it back, once for each save. */
  look = async (): Promise<void> => {
    const view = await backend.undoOffered().catch(() => null);
    if (!view || view.commit === this.#shown) return;
    this.#shown = view.commit;
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
  }

  async #takeBack(view: UndoView): Promise<void> {
    const saved = await backend.takeBack(view.commit);
    session.takenBack(view.takesBack, saved);
    if (view.takesBack && (await isGone(session.router.place, saved.id))) return session.router.back();
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(TYPED_IN)];
    if (fields.some((field) => field.value !== '')) return;
    await keepAll();
    session.router.again();
  }
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
