import type { DeclareCommand } from './command.js'
import { declareBulk } from './bulk.js'
import { declareDraft } from './draft.js'
import { declareExtract } from './extract.js'
import { declareFill } from './fill.js'
import { declareLint } from './lint.js'
import { declareQueue, declareWorker } from './queue.js'
import { declareReport } from './report.js'
import { declareTasks } from './tasks.js'

/** The commands of `kehoach`, in the order of its help. A new command is a new file and a line here. */
export const COMMANDS: readonly DeclareCommand[] = [declareExtract, declareTasks, declareLint, declareBulk, declareReport, declareQueue, declareWorker, declareDraft, declareFill]
