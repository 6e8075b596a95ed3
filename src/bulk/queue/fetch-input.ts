import { UnreadableDocumentError } from '../../model/diagnostics.js'
import { fileBytes, tooLarge } from '../file-bytes.js'
import { faultOf, isUrl } from '../inputs.js'

export interface FetchLimits {
  /** Hosts that documents may be fetched from ("example.gov.vn", with a port where it is not the usual one); none by default. */
  readonly hosts: readonly string[]
  readonly bytes: number
  readonly milliseconds: number
}

const MOST_REDIRECTS = 5

/**
 * The bytes of an input: a file of the shared folder, or an address on an allowed host.
 * @throws UnreadableDocumentError
 */
export async function fetchInput(location: string, limits: FetchLimits): Promise<Uint8Array> {
  if (isUrl(location)) return download(location, limits)
  try {
    return await fileBytes(location, limits.bytes)
  } catch (error) {
    throw faultOf(error)
  }
}

async function download(address: string, limits: FetchLimits): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(limits.milliseconds)
  try {
    const response = await follow(address, limits, signal)
    if (response.status === 404 || response.status === 410) throw new UnreadableDocumentError('not-found')
    if (!response.ok || !response.body) throw new UnreadableDocumentError('unreadable', { reason: 'http', status: response.status })
    return await collect(response.body, limits)
  } catch (cause) {
    if (cause instanceof UnreadableDocumentError) throw cause
    if (signal.aborted) throw new UnreadableDocumentError('timeout', { seconds: limits.milliseconds / 1000 }, { cause })
    throw new UnreadableDocumentError('unreadable', { reason: 'input-output', detail: String((cause as Error).cause ?? cause) }, { cause })
  }
}

/** Redirects are followed by hand: each has to lead to an allowed host. */
async function follow(address: string, limits: FetchLimits, signal: AbortSignal): Promise<Response> {
  let url = new URL(address)
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    if (!limits.hosts.includes(url.host)) throw new UnreadableDocumentError('unreadable', { reason: 'host', host: url.host })
    const response = await fetch(url, { redirect: 'manual', signal, headers: { 'user-agent': 'kehoach' } })
    const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null
    if (next === null) return response
    await response.body?.cancel()
    url = new URL(next, url)
    if (!isUrl(url.href)) throw new UnreadableDocumentError('unreadable', { reason: 'host', host: url.protocol })
  }
  throw new UnreadableDocumentError('unreadable', { reason: 'http', status: 310 })
}

async function collect(body: ReadableStream<Uint8Array>, limits: FetchLimits): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > limits.bytes) throw tooLarge(limits.bytes)
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
