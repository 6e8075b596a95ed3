/** The core and what needs Node: files, streams, hashes. */
export * from './index.js'
export { DEFAULT_LIMITS, type ReadContext, type Reader, type ReadLimits } from './read/reader.js'
export { READERS } from './read/readers.js'
export { extractFile, extractSource } from './run/extract-file.js'
export { type ReadFrom, type ReadOptions, type ReadSource, readDocument } from './run/read-document.js'
