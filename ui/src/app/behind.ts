// What stands behind the door: the frame with every screen in it, and the guide. One chunk, because what screens have in
// common compresses together.
export { default as Frame } from './Frame.svelte';
export { default as Help } from '../help/Help.svelte';
