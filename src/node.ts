/** The core and what needs Node: files, streams, hashes. */
export * from './index.js'
export { extractFile, extractInput } from './run/extract-file.js'
export { DEFAULT_LIMIT, type Input, type ReadOptions, readInput } from './run/read-input.js'
