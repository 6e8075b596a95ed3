import type { TableSpec } from './tables.js'

const ROLES = ['purpose', 'targets', 'scope', 'tasks', 'schedule', 'funding', 'organization', 'reporting', 'other'] as const

/** Every table of grammars/, one line each. */
export const TABLES: readonly TableSpec[] = [
  { name: 'document-types', columns: ['code', 'name', 'family', 'note', 'source'], optional: ['note'], key: ['code', 'name'] },
  { name: 'section-titles', columns: ['title', 'role', 'source'], key: ['title'], values: { role: ROLES } },
]
