import { work as read } from '../../dist/bulk/worker.js'

/** The worker of the package, but for files whose names say what befalls it. */
export async function work(task) {
  for (const [index, { source }] of task.files.entries()) {
    const fault = FAULTS[source.replace(/-.*/, '')]
    if (!fault) continue
    Atomics.store(task.at, 0, index + 1)
    fault()
  }
  return read(task)
}

const FAULTS = {
  hang: () => {
    for (;;);
  },
  swell: () => {
    for (const kept = []; ; ) kept.push(new Array(100_000).fill(kept.length))
  },
  exit: () => process.exit(3),
}
