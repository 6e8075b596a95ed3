import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { type Profile, profileSchema } from '../model/profile.js'

/** Why a profile cannot be used: the file, and each field that is wrong. */
export class ProfileError extends Error {
  override readonly name = 'ProfileError'
}

/**
 * Read a profile (YAML or JSON), and what was said beside it.
 * @throws ProfileError where the file cannot be read or a field is wrong
 */
export async function readProfile(path: string | undefined, more: Partial<Profile>): Promise<Profile> {
  const written = path === undefined ? {} : await readWritten(path)
  const checked = profileSchema.safeParse({ ...written, ...more })
  if (checked.success) return checked.data
  throw new ProfileError(checked.error.issues.map((issue) => `${path ?? 'profile'}: ${issue.path.join('.') || 'profile'}: ${issue.message}`).join('\n'))
}

async function readWritten(path: string): Promise<object> {
  try {
    const value: unknown = parse((await readFile(path, 'utf8')).normalize('NFC'))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
    throw new ProfileError(`${path}: not a profile: it must have fields, "body:" among them`)
  } catch (error) {
    if (error instanceof ProfileError) throw error
    const code = (error as NodeJS.ErrnoException).code
    throw new ProfileError(`${path}: ${code === 'ENOENT' ? 'no such file' : error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
  }
}
