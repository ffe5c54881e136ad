// Reads what was built beside the program. The window's policy lets `fetch` reach the program's own files and nothing
// else; the rules of eslint.config.js keep it to this place.

/** The data in a file whose address a plugin of build/ gave. */
export async function ownFile<T>(address: string): Promise<T> {
  return (await fetch(address)).json() as Promise<T>;
}
