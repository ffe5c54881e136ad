// What the screens say is data, not program: the words of a language and the pages of the guide are built as JSON files
// beside the program, which the window reads when it needs them. A module of such data is its address.
import type { Rollup } from 'vite';

/** The module whose value is the address of a file with this in it; while nothing is built, the address holds it. */
export function ownFile(of: Rollup.PluginContext, name: string, value: unknown): { code: string; moduleType: 'js' } {
  const source = JSON.stringify(value);
  const address = of.environment.mode === 'build'
    ? `import.meta.ROLLUP_FILE_URL_${of.emitFile({ type: 'asset', name: `${name}.json`, source })}`
    : JSON.stringify(`data:application/json,${encodeURIComponent(source)}`);
  return { code: `export default ${address};`, moduleType: 'js' };
}
