// Whether full names may be read off the screen. They are initials until someone asks: by holding Alt, or
// with "Show names", which covers them again by itself.

const SHOWN_FOR_MS = 20_000;

class Names {
  #held = $state(false);
  #shown = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  get visible(): boolean {
    return this.#held || this.#shown;
  }

  hold(held: boolean): void {
    this.#held = held;
  }

  show(): void {
    clearTimeout(this.#timer);
    this.#shown = true;
    this.#timer = setTimeout(() => (this.#shown = false), SHOWN_FOR_MS);
  }

  cover(): void {
    clearTimeout(this.#timer);
    this.#held = false;
    this.#shown = false;
  }

  toggle(): void {
    if (this.#shown) this.cover();
    else this.show();
  }
}

export const names = new Names();
