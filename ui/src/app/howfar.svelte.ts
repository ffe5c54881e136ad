// How far long work of the program is, asked for while the window waits for a slow command.
import { backend, whenSlow, type HowFar } from '../backend';

const ASK_EVERY_MS = 300;
/** Before that, how long is left would be a guess. */
const GUESS_AFTER_MS = 2_000;

class LongWork {
  /** Nothing while none is under way. */
  far = $state.raw<HowFar | null>(null);
  /** Somebody asked it to stop. */
  stopping = $state(false);
  /** Seconds left of this file; nothing while it cannot be told. */
  secondsLeft = $state<number | null>(null);
  #timer: ReturnType<typeof setInterval> | undefined;
  #began = { stretch: '', at: 0 };

  /** To be called once, when the window begins. */
  follow(): void {
    whenSlow((slow) => {
      clearInterval(this.#timer);
      if (slow) this.#timer = setInterval(() => void this.#ask(), ASK_EVERY_MS);
      else this.#end();
    });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await backend.stopWork();
  }

  async #ask(): Promise<void> {
    const timer = this.#timer;
    const far = await backend.howFar().catch(() => null);
    if (timer !== this.#timer) return;
    this.far = far;
    this.secondsLeft = far && this.#left(far);
  }

  #left(far: HowFar): number | null {
    const stretch = `${far.work} ${far.file} ${far.of}`;
    if (this.#began.stretch !== stretch) this.#began = { stretch, at: Date.now() };
    const spent = Date.now() - this.#began.at;
    if (spent < GUESS_AFTER_MS || far.done === 0 || far.of <= far.done) return null;
    return Math.ceil(((far.of - far.done) * spent) / far.done / 1000);
  }

  #end(): void {
    this.#timer = undefined;
    this.far = null;
    this.stopping = false;
    this.secondsLeft = null;
    this.#began = { stretch: '', at: 0 };
  }
}

export const longWork = new LongWork();
