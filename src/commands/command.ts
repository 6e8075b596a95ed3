import type { Command } from 'commander'

/** Exit statuses of every command. */
export const EXIT = { done: 0, someFailed: 1, wrongUse: 2, interrupted: 130 } as const

/**
 * One command of the line, in a file of its own: declares its arguments and flags, and hands its exit status to `exit` when its work is
 * done. What it does with them stands in `run/`, `bulk/` or `serve/`; where that is heavy, the action imports it.
 */
export type DeclareCommand = (program: Command, exit: (status: number) => void) => void
