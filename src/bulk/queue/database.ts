import type { Pool, PoolClient } from 'pg'
import type PgBoss from 'pg-boss'
import { importOptional } from '../missing-package.js'
import { migrate } from './migrations.js'

/** Where a query can be run: the pool, or a client inside a transaction. */
export type Queryable = Pick<Pool | PoolClient, 'query'>

/** A connection to the database of a queue: its tables in the schema `kehoach`, the jobs of pg-boss in `kehoach_jobs`. */
export interface QueueDatabase {
  readonly pool: Pool
  readonly boss: PgBoss
  /** Run inside one transaction; an error rolls it back. */
  readonly transaction: <T>(run: (client: PoolClient) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

export interface DatabaseOptions {
  /** Connections at the most; default 4. */
  readonly connections?: number
  /** Watch over the leases of workers, every so many seconds: some process has to. Default: it does not. */
  readonly superviseEvery?: number
  /** Told when a connection is lost in the background; the work itself tells its own errors. */
  readonly onError?: (error: Error) => void
}

const JOBS = 'kehoach_jobs'

/**
 * Connect, and bring the schema up to date.
 * @throws MissingPackageError where pg or pg-boss is not installed; NewerSchemaError
 */
export async function openDatabase(url: string, options: DatabaseOptions = {}): Promise<QueueDatabase> {
  const [{ default: pg }, { default: Boss }] = await importOptional('pg pg-boss@10.4.2', () => Promise.all([import('pg'), import('pg-boss')]))
  const onError = options.onError ?? (() => {})
  const pool = new pg.Pool({ connectionString: url, max: options.connections ?? 4, application_name: 'kehoach', connectionTimeoutMillis: 10_000 })
  pool.on('error', onError)
  const boss = new Boss({
    db: dbOf(pool), schema: JOBS, schedule: false,
    ...(options.superviseEvery === undefined ? { supervise: false } : { maintenanceIntervalSeconds: options.superviseEvery }),
  })
  boss.on('error', onError)
  try {
    await migrate(pool)
    await boss.start()
  } catch (error) {
    await pool.end()
    throw error
  }
  return {
    pool, boss,
    transaction: (run) => transaction(pool, run),
    close: async () => {
      await boss.stop({ graceful: false, close: false })
      await pool.end()
    },
  }
}

/** What pg-boss runs its queries with: a client, so that they are part of its transaction, or the pool. */
export const dbOf = (connection: Queryable): PgBoss.Db => ({ executeSql: (text, values) => connection.query(text, values) })

async function transaction<T>(pool: Pool, run: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken = false
  try {
    await client.query('BEGIN')
    const value = await run(client)
    await client.query('COMMIT')
    return value
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {
      broken = true
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** An error of the connection and not of the query: the server was stopped, is starting, or cannot be reached. */
export function isConnectionError(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return /^(?:08|57P0|53300)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT'].includes(code) || /terminated|timeout|Connection ended|not queryable/i.test(message)
}
