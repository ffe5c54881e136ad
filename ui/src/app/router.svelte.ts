// Where the person is, as a value: no address bar, so no id ever reaches the webview's history.

export type Place =
  | { screen: 'today' | 'find' | 'new-victim' | 'partners' | 'new-partner' | 'send-week' | 'inbox' | 'conflicts' | 'duplicates' | 'settings' | 'more' | 'agreements' | 'laptops' | 'papers' | 'make-paper' | 'disclosures' | 'who-looked' | 'anonymous' | 'erasures' | 'staff' | 'trainings' | 'surveys' | 'outreach' | 'groups' | 'counts' | 'policies' | 'queue' | 'wordings' | 'drafts' | 'backup' | 'bring-in' | 'take-out' }
  | { screen: 'victim'; victimId: string; referralId?: string }
  | { screen: 'history'; victimId: string }
  | { screen: 'log-contact'; victimId?: string; followUpId?: string }
  | { screen: 'refer'; victimId?: string }
  | { screen: 'letter'; victimId: string; referralIds: string[] }
  | { screen: 'agency-letter'; victimId: string; referralIds: string[] }
  | { screen: 'partner'; partnerId: string; logging?: boolean };

export type ScreenName = Place['screen'];

export class Router {
  place = $state.raw<Place>({ screen: 'today' });
  /** Counts moves, so that going to the same screen again starts it afresh. */
  visit = $state(0);
  /** Where one begins, and where Esc ends. */
  home: Place = { screen: 'today' };
  /** Whom somebody chose on a screen that is about nobody yet. */
  picked: string | undefined;
  #before: Place[] = [];

  go(place: Place): void {
    this.#before = [...this.#before.slice(-30), this.place];
    this.#show(place);
  }

  /**
   * A form is done and is not gone back to. Whoever went elsewhere while it was being saved stays there; otherwise
   * the window shows `next`, or what was shown before the form.
   */
  finish(form: Place, next?: Place): void {
    if (this.place !== form) this.#before = this.#before.filter((place) => place !== form);
    else if (next) this.#show(next);
    else this.back();
  }

  back(): void {
    this.#show(this.#before.pop() ?? this.home);
  }

  /** Begins the same screen afresh. */
  again(): void {
    this.#show(this.place);
  }

  reset(): void {
    this.#before = [];
    this.#show(this.home);
  }

  /** The victim the current screen is about, so that F2 and F4 need not ask. */
  get victimId(): string | undefined {
    return ('victimId' in this.place ? this.place.victimId : undefined) ?? this.picked;
  }

  #show(place: Place): void {
    this.place = place;
    this.picked = undefined;
    this.visit += 1;
  }
}
