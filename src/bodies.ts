/** Bodies alone: every mention of a body in any Vietnamese text. No Node built-ins; it runs in browsers. */
export { successors } from './grammar/body-successors.js'
export { includesBody, type Member } from './grammar/includes-body.js'
export type { PlaceContext } from './model/place-context.js'
export type { Body, BodyKind, BodyMention, Level } from './model/plan.js'
export type { Span } from './model/span.js'
export { type ExtractBodiesOptions, extractBodies, type ExtractedBodies } from './run/extract-bodies.js'
