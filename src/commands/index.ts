import type { DeclareCommand } from './command.js'
import { declareExtract } from './extract.js'

/** The commands of `kehoach`, in the order of its help. A new command is a new file and a line here. */
export const COMMANDS: readonly DeclareCommand[] = [declareExtract]
