// What every screen needs to know while the window is open: the office, the codes, the router, what was
// saved last. It lives in memory only and is emptied by the lock.
import { backend, type Preferences, type Saved, type StartView } from '../backend';
import { DOORS, HELP, type Helped } from '../help/targets';
import type { Target } from '../help/page';
import { keepAll } from '../drafts/draft.svelte';
import { clockWords, todayHere } from '../times';
import { withOwn } from '../own-lists/own';
import { names } from '../victims/names.svelte';
import { speak, t } from '../words.svelte';
import { homeOf } from './offers';
import { proof } from './proof.svelte';
import { Router } from './router.svelte';
import { paint, themeOf } from './theme';
import { undo } from './undo.svelte';
import { zoomed } from './zoom';

/** A hidden window is locked after this long; the program sees to it too. */
const HIDDEN_FOR_MS = 60_000;
/** So is one that nobody touches after this long. */
const IDLE_FOR_MS = 5 * 60_000;
/** The program is told this often, at most, that someone is still writing. */
const STILL_HERE_EVERY_MS = 60_000;

class Session {
  start = $state.raw<StartView | null>(null);
  codes = $state.raw<Record<string, string[]>>({});
  /** ISO date the program calls today. */
  today = $state(todayHere());
  /** The last word of the program: "Saved 14:03". */
  status = $state('');
  hidden = $state(false);
  /** Changes the county was not sent yet. */
  waiting = $state(0);
  /** The palette is open. */
  palette = $state(false);
  /** What of the guide is open, above the screen, which stays as it is. */
  help = $state.raw<Target | null>(null);
  /** The channel used last, offered first next time. */
  lastChannel = '';
  /** The file with this laptop's request to join, until the window is closed. */
  requestPath = '';
  readonly router = new Router();
  #lockTimer: ReturnType<typeof setTimeout> | undefined;
  #idleTimer: ReturnType<typeof setTimeout> | undefined;
  #toldAt = 0;
  /** What a person chose before it was night. */
  #byDay = 'day';
  /** It is being locked: nothing brings back what was hidden. */
  #leaving = false;

  /** Code of `role` of who sits here; empty where it cannot be told. */
  get role(): string {
    return this.start?.role ?? '';
  }

  get isCounty(): boolean {
    return this.start?.kind === 'countyOffice';
  }

  /** Takes what the program says about itself and shows it: language, theme, locked or not. */
  async take(view: StartView): Promise<void> {
    await speak(view.language);
    document.documentElement.lang = view.language;
    paint(view.theme);
    document.documentElement.dataset.singleKeys = view.singleKeys ? 'on' : 'off';
    if (view.state === 'unlocked' && Object.keys(this.codes).length === 0) await this.readCodes();
    if (view.state === 'unlocked' && this.start?.state !== 'unlocked') await this.#begin(view.role ?? '');
    const isNew = view.state === 'unlocked' && this.start?.state !== 'unlocked';
    this.start = view;
    if (isNew) void this.#countWaiting();
  }

  /** The code lists, with the office's own. */
  async readCodes(): Promise<void> {
    const [codes, lists] = await Promise.all([backend.codes(), backend.ownLists()]);
    this.codes = withOwn(codes, lists);
  }

  /** The rail says how much a laptop has not sent yet; the county sends no week. */
  async #countWaiting(): Promise<void> {
    this.waiting = this.isCounty ? 0 : await backend.changesWaiting().catch(() => 0);
  }

  /** Begins where somebody with this role works. */
  async #begin(role: string): Promise<void> {
    this.router.home = homeOf(role);
    this.router.reset();
    await this.#askAboutDrafts();
  }

  /** The screen that is shown, also before an office is open. */
  get shown(): Helped {
    const door = this.start && DOORS[this.start.state];
    return door ?? this.router.place.screen;
  }

  openHelp(target: Target = HELP[this.shown]): void {
    names.cover();
    this.palette = false;
    this.help = target;
  }

  closeHelp(): void {
    this.help = null;
  }

  /** Opens the page about what is shown, or closes the guide. */
  toggleHelp(): void {
    if (this.help) this.closeHelp();
    else this.openHelp();
  }

  /** Says that a change is on disk; called only with the program's answer. */
  saved(answer: Pick<Saved, 'savedAt'>): void {
    this.say(t('saved-at', { time: clockWords(answer.savedAt) }));
  }

  say(words: string): void {
    this.status = words;
    void this.#countWaiting();
    void undo.look();
  }

  /** Says that a change was taken back, or done again. */
  takenBack(back: boolean, answer: Pick<Saved, 'savedAt'>): void {
    this.say(t(back ? 'taken-back-at' : 'done-again-at', { time: clockWords(answer.savedAt) }));
  }

  /** Keeps what a person chose for the screens, and shows it. */
  async prefer(chosen: Partial<Preferences>): Promise<void> {
    if (!this.start) return;
    const { language, theme, zoom, singleKeys } = this.start;
    await this.take(await backend.setPreferences({ language, theme, zoom, singleKeys, ...chosen }));
  }

  async toggleNight(): Promise<void> {
    const theme = this.start?.theme ?? 'day';
    const isNight = themeOf(theme) === 'night';
    if (!isNight) this.#byDay = theme;
    await this.prefer({ theme: !isNight ? 'night' : theme === 'night' ? this.#byDay : 'day' });
  }

  /** Everything a step larger or smaller; without a direction, at its usual size. */
  async zoom(direction: 1 | -1 | 0): Promise<void> {
    if (!this.start) return;
    const zoom = zoomed(this.start.zoom, direction);
    await this.prefer({ zoom });
    this.say(t('zoom-now', { percent: zoom }));
  }

  async lock(): Promise<void> {
    await keepAll();
    this.#empty();
    await this.take(await backend.lock());
    this.hidden = false;
  }

  /** Nobody is known to be here any more. Nothing is shown from this moment, while what was typed is kept. */
  async leave(): Promise<void> {
    if (this.start?.state !== 'unlocked' || this.#leaving) return;
    this.#leaving = true;
    this.hidden = true;
    await this.lock().finally(() => (this.#leaving = this.hidden = false));
  }

  /** The program locked itself; the window follows. */
  async followLock(): Promise<void> {
    if (this.start?.state !== 'unlocked') return;
    this.#empty();
    await this.take(await backend.start());
  }

  /**
   * Someone pressed a key or moved the pointer. A long note is many keys and no question, so the program,
   * which locks when nobody asks it anything, is asked something small now and then.
   */
  touch(): void {
    clearTimeout(this.#idleTimer);
    if (this.start?.state !== 'unlocked') return;
    this.#idleTimer = setTimeout(() => void this.leave(), IDLE_FOR_MS);
    if (Date.now() - this.#toldAt < STILL_HERE_EVERY_MS) return;
    this.#toldAt = Date.now();
    // A refusal here is either the lock, which the window follows, or will be met again by the next command.
    backend.today().catch(() => {});
  }

  hide(): void {
    names.cover();
    this.palette = false;
    this.hidden = true;
    proof.end(false);
    void backend.windowHidden().catch(() => {});
    if (this.start?.state === 'unlocked') this.#lockTimer = setTimeout(() => void this.leave(), HIDDEN_FOR_MS);
  }

  resume(): void {
    if (!this.hidden || this.#leaving) return;
    clearTimeout(this.#lockTimer);
    this.hidden = false;
    void backend.windowShown().catch(() => {});
  }

  /** Who stopped in the middle of something is asked about it before anything else. */
  async #askAboutDrafts(): Promise<void> {
    const drafts = await backend.drafts().catch(() => []);
    if (drafts.length > 0) this.router.go({ screen: 'drafts' });
  }

  #empty(): void {
    proof.end(false);
    undo.putAway();
    clearTimeout(this.#lockTimer);
    clearTimeout(this.#idleTimer);
    names.cover();
    this.status = '';
    this.waiting = 0;
    this.lastChannel = '';
    this.palette = false;
    this.help = null;
    this.router.home = homeOf('');
    this.router.reset();
  }
}

export const session = new Session();
