/** The package has no types of its own. */
declare module 'edtf' {
  export default function edtf(value: string): unknown
}
