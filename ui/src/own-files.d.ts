// What the plugins of build/ make: the address of a file that the window reads with `ownFile`.
declare module 'words:*' {
  const address: string;
  export default address;
}
