// The door is there at start and nothing else is: what stands behind it is read from the program's own files once the
// door is shown, while somebody types her passphrase.
type Behind = typeof import('./behind');

let behind = $state.raw<Behind>();

/** The frame and the guide; nothing while they are read. */
export function behindTheDoor(): Behind | undefined {
  return behind;
}

export async function readBehindTheDoor(): Promise<void> {
  behind = await import('./behind');
}
