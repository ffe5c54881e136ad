#!/usr/bin/env node
// The licences of everything that is shipped and not ours, in one file for the package: each crate of the programs and
// each npm package of the window with its version and licence, and the texts that its authors put beside it.
//
//   node scripts/notices.mjs FILE      after the window was built, which tells its packages (ui/build/shipped.ts)
//
// Nothing is asked of a network: the sources are where Cargo and npm have them.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const PROGRAMS = ['countyline-desktop', 'countyline-cli'];
/** Files beside a source that say under which conditions it is given away. */
const SAYS = /^(licen[cs]e|copying|copyright|notice|unlicense|ofl)([-._].*)?$/i;
/** Where C libraries that a crate carries along have theirs. */
const CARRIED = { 'openssl-src': ['openssl'], 'libsqlite3-sys': ['sqlcipher', 'sqlite3'], 'zstd-sys': ['zstd'] };

function cargo(...args) {
  return execFileSync('cargo', [...args, '--locked'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** `name version` of everything that is linked into the programs; libraries in C come by a crate that only builds them. */
function cratesOfPrograms() {
  const listed = (edges) => cargo('tree', ...PROGRAMS.flatMap((name) => ['--package', name]), '--edges', edges, '--prefix', 'none', '--format', '{p}')
    .split('\n').filter(Boolean).map((line) => line.split(' ').slice(0, 2).join(' ').replace(' v', ' '));
  const names = new Set([...listed('normal'), ...listed('normal,build').filter((one) => /-src /.test(one))]);
  return [...names].filter((one) => !one.startsWith('countyline-')).sort();
}

function crates() {
  const { packages } = JSON.parse(cargo('metadata', '--format-version', '1'));
  const known = new Map(packages.map((one) => [`${one.name} ${one.version}`, one]));
  return cratesOfPrograms().map((called) => {
    const one = known.get(called);
    if (!one) throw new Error(`${called} is in a program and not in Cargo's metadata`);
    return { called, licence: one.license ?? `see ${one.license_file}`, from: one.repository ?? '', texts: textsIn(dirname(one.manifest_path), CARRIED[one.name]) };
  });
}

function packages() {
  const list = join(ROOT, 'target/notices/npm.json');
  if (!existsSync(list)) throw new Error('build the window first (npm --prefix ui run build): it tells its packages');
  const names = JSON.parse(readFileSync(list, 'utf8'));
  return names.map((name) => {
    const folder = join(ROOT, 'ui/node_modules', name);
    const one = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return { called: `${name} ${one.version}`, licence: one.license, from: one.repository?.url ?? one.repository ?? '', texts: textsIn(folder) };
  });
}

function fonts() {
  return [{ called: 'Source Sans 3 (fonts of papers)', licence: 'OFL-1.1', from: 'https://github.com/adobe-fonts/source-sans', texts: textsIn(join(ROOT, 'assets/fonts')) }];
}

/** The texts in a folder, in `LICENSES` below it, and in the folders of what it carries along. */
function textsIn(folder, carried = []) {
  const folders = [folder, ...['LICENSES', 'licenses', ...carried].map((name) => join(folder, name))].filter((one) => existsSync(one));
  return folders.flatMap((one) => readdirSync(one).sort()
    .filter((name) => (SAYS.test(name) || /licenses$/i.test(one)) && !/\.(rs|js|ts|c|h|toml)$/.test(name))
    .map((name) => join(one, name)).filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'utf8').replace(/\r\n?/g, '\n').trim()).filter(Boolean));
}

/** One text that many ship stands once, under the names of all of them. */
function told(all) {
  const under = new Map();
  for (const { called, texts } of all) for (const text of new Set(texts)) under.set(text, [...(under.get(text) ?? []), called]);
  const line = '='.repeat(78);
  const list = all.map((one) => `${one.called}\n    ${one.licence}${one.from ? `\n    ${one.from}` : ''}${one.texts.length ? '' : '\n    (no text stands beside its source)'}`);
  const texts = [...under].map(([text, names]) => `${line}\n${names.join(', ')}\n${line}\n\n${text}\n`);
  return [
    'What Countyline is made of beside its own code, and under which licences.\n',
    'Countyline itself is under AGPL-3.0-or-later.\n',
    ...list.map((one) => `${one}\n`), 'Their texts\n', ...texts,
  ].join('\n');
}

const out = process.argv[2];
if (!out) {
  console.error('usage: node scripts/notices.mjs FILE');
  process.exit(2);
}
const all = [...crates(), ...packages(), ...fonts()];
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, told(all));
console.log(`${all.length} licences, ${all.filter((one) => one.texts.length === 0).length} of them without a text beside the source: ${out}`);
