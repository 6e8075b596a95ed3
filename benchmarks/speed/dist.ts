/** A module as the package has it, `dist/NAME`: what is measured is what is shipped, as the peers are measured. */
export const dist = (name: string): string => new URL(`../../dist/${name}`, import.meta.url).href
