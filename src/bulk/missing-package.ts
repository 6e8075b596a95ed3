/** Thrown where a package that is not installed with this one is needed for what was asked. */
export class MissingPackageError extends Error {
  override readonly name = 'MissingPackageError'
  constructor(
    readonly packages: string,
    options?: ErrorOptions,
  ) {
    super(`${packages} is not installed`, options)
  }
}

/** Import a package that may be missing. */
export async function importOptional<T>(packages: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') throw new MissingPackageError(packages, { cause })
    throw cause
  }
}
