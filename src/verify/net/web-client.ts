/** The one way out to other machines. Implementations guard against private addresses, slow answers and large ones. */
export interface WebClient {
  /** Throws `Unreachable` where there is no usable answer after some tries; a 404 is an answer. */
  get(url: string, options?: WebOptions): Promise<WebAnswer>
  /** Downloads and hashes without keeping the content. `maxBytes` defaults to 512 MiB here. */
  sha256(url: string, options?: WebOptions): Promise<WebAnswer & { sha256: string; size: number }>
}

export interface WebOptions {
  headers?: Record<string, string>
  /** At most this many bytes of body, 1 MiB unless said otherwise; more is `Unreachable`. */
  maxBytes?: number
  /** For one try, connection included; 10 s unless said otherwise. */
  timeoutMs?: number
  /** Redirects that are followed, 5 unless said otherwise; 0 gives the redirect as the answer. */
  redirects?: number
}

export interface WebAnswer {
  status: number
  headers: Headers
  bytes: Buffer
  /** The address that answered, after redirects. */
  url: string
}
