// What is typed in a form is on the disk a moment later, in the encrypted file, and there again when the form is next
// opened. A form that nobody touched keeps nothing.
import { backend, failureOf, type Draft, type DraftKey, type DraftView, type Failure } from '../backend';
import type { Place } from '../app/router.svelte';

/** So long after the last change it is kept. */
const KEPT_AFTER_MS = 400;

/** The drafts of the forms that are open. */
let open: FormDraft<unknown>[] = [];

/** Keeps at once what is typed in every open form, before the window is emptied. */
export async function keepAll(): Promise<void> {
  await Promise.all(open.map((draft) => draft.keep()));
}

/** What the form held that was saved last, until somebody takes it to give it back. */
let saved: Draft | null = null;

/** What stood in the form of the last save, once; nothing if it was saved without a draft. */
export function takeSaved(): Draft | null {
  const taken = saved;
  saved = null;
  return taken;
}

export class FormDraft<T> {
  readonly key: DraftKey;
  /** When it was last kept, RFC 3339. */
  keptAt = $state<string | null>(null);
  /** How often it was kept since the form was opened. */
  times = $state(0);
  /** When what was brought back had been kept. */
  broughtBackFrom = $state<string | null>(null);
  /** Why it could not be kept. */
  failure = $state.raw<Failure | null>(null);
  #read: () => T;
  #begun = $state(false);
  #touched = false;
  /** What the form held when it was last kept, or first touched. */
  #last = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #keeping: Promise<void> = Promise.resolve();

  /** To be made while a component is set up: `read` gives what is to be kept of its form. */
  constructor(form: string, about: string | undefined, read: () => T) {
    this.key = { form, about: about ?? null };
    this.#read = read;
    $effect(() => this.#listen());
    $effect(() => this.#follow());
  }

  /** What was typed in this form and not saved, if there is anything. */
  async bringBack(): Promise<Partial<T> | undefined> {
    // Who may keep no draft has none.
    const drafts = await backend.drafts().catch((): DraftView[] => []);
    const mine = drafts.find((draft) => draft.form === this.key.form && draft.about === this.key.about);
    const content = mine && parsed(mine.content);
    if (!content) return undefined;
    this.broughtBackFrom = mine.keptAt;
    return content as Partial<T>;
  }

  /** The form shows what it begins with; what differs from that later was typed. */
  begin(): void {
    if (!this.#touched) this.#last = this.#content();
    this.#begun = true;
  }

  /** Keeps what is typed now, if it is not kept yet. */
  async keep(): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.#begun || !this.#touched) return this.#keeping;
    const content = this.#content();
    if (content !== this.#last) {
      this.#last = content;
      this.#keeping = this.#keeping.then(() => this.#write(content));
    }
    return this.#keeping;
  }

  /** Saves the form by `save`, which takes the draft's key along; a refused form goes on being kept. */
  async finish<S>(save: (key: DraftKey) => Promise<S>): Promise<S> {
    await this.keep();
    const content = this.#content();
    const answer = await save(this.key);
    this.#stop();
    saved = { ...this.key, content };
    return answer;
  }

  /** Lets go what was typed. */
  async discard(): Promise<void> {
    this.#stop();
    await this.#keeping;
    await backend.discardDraft(this.key);
  }

  #content(): string {
    return JSON.stringify(this.#read());
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#begun = false;
  }

  #listen(): () => void {
    const touch = () => {
      if (this.#touched) return;
      if (!this.#begun) this.#last = this.#content();
      this.#touched = true;
    };
    addEventListener('keydown', touch, true);
    addEventListener('pointerdown', touch, true);
    open.push(this as FormDraft<unknown>);
    return () => {
      removeEventListener('keydown', touch, true);
      removeEventListener('pointerdown', touch, true);
      open = open.filter((draft) => draft !== this);
      void this.keep();
    };
  }

  #follow(): void {
    const content = this.#content();
    if (!this.#begun || !this.#touched || content === this.#last) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.keep(), KEPT_AFTER_MS);
  }

  async #write(content: string): Promise<void> {
    try {
      this.keptAt = (await backend.keepDraft({ ...this.key, content })).keptAt;
      this.times += 1;
      this.failure = null;
    } catch (error) {
      const failure = failureOf(error);
      // Who may keep no draft types as before.
      this.failure = failure.code === 'role-may-not' ? null : failure;
      this.#last = '';
    }
  }
}

function parsed(content: string): object | undefined {
  try {
    const value: unknown = JSON.parse(content);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The record a screen shows. */
export function aboutOf(place: Place): string | undefined {
  if ('victimId' in place) return place.victimId;
  return 'partnerId' in place ? place.partnerId : undefined;
}

/** A form that stands among others says itself on which screen (`SaveForm`). */
function placeOfForm({ form, content }: DraftKey & { content?: string }): Place | undefined {
  if (!form.startsWith('form-')) return undefined;
  return (parsed(content ?? '') as { place?: Place } | undefined)?.place;
}

/** Where the form of a draft is; nothing for one that this program has no form for. */
export function placeOf(draft: DraftKey & { content?: string }): Place | undefined {
  const about = draft.about ?? undefined;
  switch (draft.form) {
    case 'log-contact':
      return { screen: 'log-contact', victimId: about };
    case 'refer':
      return { screen: 'refer', victimId: about };
    case 'new-victim':
      return { screen: 'new-victim' };
    case 'new-partner':
      return { screen: 'new-partner' };
    case 'partner-contact':
      return about ? { screen: 'partner', partnerId: about, logging: true } : undefined;
    default:
      return placeOfForm(draft);
  }
}
