const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** A signal that Ctrl-C or a plea to end aborts, so that work can be brought to a clean end; a second Ctrl-C ends at once. */
export function interruption(): { readonly signal: AbortSignal; readonly end: () => void } {
  const controller = new AbortController()
  const abort = (): void => {
    controller.abort()
    end()
  }
  const end = (): void => {
    for (const name of SIGNALS) process.removeListener(name, abort)
  }
  for (const name of SIGNALS) process.once(name, abort)
  return { signal: controller.signal, end }
}
